/** What the API answers when it refuses (RFC 9457); `errors` names the members of the request that are wrong. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined,
    readonly errors: readonly { readonly pointer: string; readonly detail: string }[],
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }
}

/** No answer at all: the network, or the server, is away. */
export class Unreachable extends Error {
  constructor() {
    super('Heed does not answer. Check the connection; what you typed stays here. Then try again.');
    this.name = 'Unreachable';
  }
}

/** Reads whatever came back, also from a proxy that answers with a page of its own. */
export function problemFrom(status: number, body: unknown): Problem {
  const object = isObject(body) ? body : {};
  const errors = Array.isArray(object['errors']) ? object['errors'].flatMap(readError) : [];
  return new Problem(
    status,
    text(object['title']) ?? `The server answered ${status}.`,
    text(object['detail']),
    errors,
  );
}

function readError(value: unknown): { pointer: string; detail: string }[] {
  if (!isObject(value)) return [];
  const detail = text(value['detail']);
  return detail === undefined ? [] : [{ pointer: text(value['pointer']) ?? '', detail }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
