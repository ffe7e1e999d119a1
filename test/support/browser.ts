/** `body` is what the test expects to find; its assertions are what checks it. */
type Answer<Body> = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** Calls the API as a page of Heed's own does: with the session's cookie, and from its own origin. */
export class Browser {
  cookie: string | undefined;

  constructor(readonly url: string) {}

  async call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { origin: this.url },
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...headers,
        ...(this.cookie !== undefined && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(';')[0];
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  signIn(email: string, password: string) {
    return this.call('POST', '/session', { email, password });
  }
}
