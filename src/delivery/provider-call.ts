import type { OnApplicationShutdown } from '@nestjs/common';
import { Agent, request, type Dispatcher } from 'undici';
import type { ProviderAnswer, ProviderRequest } from '../messaging/provider.js';
import { asFilledText, asObject } from '../messaging/untrusted.js';

/** The whole call, from the name look-up to the last byte of the answer. Shorter than the lease of a sending message. */
const TOTAL_DEADLINE_MS = 20_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** The longest answer that is read. No documented answer comes near it. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** How a call to a provider ended. `not_sent` is certain: no byte of the request was written. */
export type CallEnd =
  | { readonly kind: 'answered'; readonly answer: ProviderAnswer }
  | { readonly kind: 'not_sent'; readonly detail: string }
  | { readonly kind: 'cut'; readonly detail: string };

/**
 * Makes provider calls. Each one opens its own connection: a kept-alive socket that dies under a request cannot be told from
 * a provider that took the request and died, and that would leave a message in `unknown` for nothing.
 * Redirects are not followed: they would carry the key to another host.
 */
export class ProviderCaller implements OnApplicationShutdown {
  private readonly agent = new Agent({ pipelining: 0, connect: { timeout: CONNECT_TIMEOUT_MS } });

  constructor(private readonly totalDeadlineMs = TOTAL_DEADLINE_MS) {}

  /** `stop` ends the call early: for look-ups, which nobody has to wait for when the process ends. */
  async call({ method, url, headers, body }: ProviderRequest, stop?: AbortSignal): Promise<CallEnd> {
    let isBegun = false;
    const dispatcher = this.agent.compose(observingBegin(() => (isBegun = true)));
    const deadline = AbortSignal.timeout(this.totalDeadlineMs);
    const signal = stop === undefined ? deadline : AbortSignal.any([deadline, stop]);
    try {
      const response = await request(url, { method, headers, body: body ?? null, dispatcher, signal });
      const bodyText = await readLimited(response.body);
      return {
        kind: 'answered',
        answer: {
          status: response.statusCode,
          headers: response.headers,
          bodyText,
          json: parseJson(bodyText),
        },
      };
    } catch (error) {
      const detail = detailOf(error, this.totalDeadlineMs);
      return isBegun ? { kind: 'cut', detail } : { kind: 'not_sent', detail };
    }
  }

  /** Called by Nest when everything that could still make a call has ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.agent.close();
  }
}

/** Tells when the request is about to be written to a connected socket: before that, nothing can have left. */
function observingBegin(onBegin: () => void) {
  return (dispatch: Dispatcher['dispatch']): Dispatcher['dispatch'] =>
    (options, handler) =>
      dispatch(options, {
        onRequestStart: (controller, context) => {
          onBegin();
          handler.onRequestStart?.(controller, context);
        },
        onRequestUpgrade: (...received) => handler.onRequestUpgrade?.(...received),
        onResponseStart: (...received) => handler.onResponseStart?.(...received),
        onResponseData: (...received) => handler.onResponseData?.(...received),
        onResponseEnd: (...received) => handler.onResponseEnd?.(...received),
        onResponseError: (...received) => handler.onResponseError?.(...received),
      });
}

async function readLimited(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) break; // Leaving the loop destroys the stream: the rest is not read.
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What went wrong, for people: the error's code or name. Its message may quote the address with its path. */
function detailOf(error: unknown, totalDeadlineMs: number): string {
  const fields = asObject(error);
  const name = asFilledText(fields?.['name']) ?? 'Error';
  if (name === 'TimeoutError') return `The provider did not answer within ${totalDeadlineMs / 1000} s.`;
  const code = asFilledText(fields?.['code']) ?? name;
  return DETAILS[code] ?? `The connection failed (${code}).`;
}

const DETAILS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The provider refused the connection (ECONNREFUSED).',
  ENOTFOUND: 'The provider’s name was not found (ENOTFOUND). Check the base URL.',
  EAI_AGAIN: 'The provider’s name could not be looked up (EAI_AGAIN).',
  ECONNRESET: 'The provider cut the connection (ECONNRESET).',
  UND_ERR_SOCKET: 'The provider closed the connection before it answered.',
  UND_ERR_CONNECT_TIMEOUT: `The provider did not accept a connection within ${CONNECT_TIMEOUT_MS / 1000} s.`,
};
