import createClient, { type Middleware } from 'openapi-fetch';
import { problemFrom, Unreachable } from './problem.ts';
import type { paths } from './schema.d.ts';

/**
 * Every refusal becomes a thrown `Problem`, so that callers meet answers only. A session that has ended is told to whoever listens, and
 * the request fails as any other: nothing that was typed is lost.
 */
const refusals: Middleware = {
  async onResponse({ response, request }) {
    if (response.ok) return;
    const isSigningIn = request.method === 'POST' && /\/api\/v1\/(session|welcome)$/.test(request.url);
    if (response.status === 401 && !isSigningIn) window.dispatchEvent(new Event(SESSION_ENDED));
    throw problemFrom(response.status, await response.json().catch(() => undefined));
  },
  onError() {
    return new Unreachable();
  },
};

/** Dispatched on `window` when the API says that nobody is signed in any more. */
export const SESSION_ENDED = 'heed:session-ended';

/** The API, typed by its own description. A call that returns has succeeded. */
export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
api.use(refusals);

/** The body of an answer that always has one. */
export async function bodyOf<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  if (data === undefined) throw new Error('The server answered without a body.');
  return data;
}
