import { asArray, asFilledText, asObject, type JsonObject } from '../messaging/untrusted.js';
import { CommandFailure } from './command-failure.js';
import { onOneLine } from './terminal-text.js';

const TIMEOUT_MS = 15_000;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Init = { readonly method?: Method; readonly body?: string; readonly headers?: Record<string, string> };

/** Heed's API as the command uses it. Every failure comes out as a `CommandFailure` that a person can act on. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly token: string | undefined,
    private readonly signal: AbortSignal,
  ) {}

  /** A route that asks for no token. */
  async open(path: string, init: Init = {}, timeoutMs: number = TIMEOUT_MS): Promise<Response> {
    return this.#fetch(path, init, AbortSignal.any([this.signal, AbortSignal.timeout(timeoutMs)]));
  }

  /** An answer that goes on until somebody ends it. */
  async stream(path: string, accept: string): Promise<Response> {
    return this.#fetch(path, { headers: { accept, ...this.#authorization() } }, this.signal);
  }

  async #fetch(path: string, init: Init, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(this.url + path, { ...init, signal });
    } catch {
      throw new CommandFailure(
        `Heed does not answer at ${this.url}.`,
        'Start it with `npm start`, or say where it is with --url or HEED_URL.',
      );
    }
  }

  /** Calls `/api/v1/…` and gives the answer's JSON object, which is empty when there is none. */
  async call(method: Method, path: string, body?: unknown, timeoutMs?: number): Promise<JsonObject> {
    const response = await this.#request(method, path, 'application/json', body, timeoutMs);
    return (await readJson(response)) ?? {};
  }

  async get(path: string): Promise<JsonObject> {
    return this.call('GET', path);
  }

  /** Calls a route of `/api/v1/…` that answers a text for people. */
  async text(path: string): Promise<string> {
    const response = await this.#request('GET', path, 'text/*');
    return response.text();
  }

  /** The body of an answer of any size, as it comes. */
  async download(path: string, timeoutMs: number): Promise<ReadableStream<Uint8Array>> {
    const response = await this.#request('GET', path, '*/*', undefined, timeoutMs);
    return response.body ?? new ReadableStream();
  }

  async #request(
    method: Method,
    path: string,
    accept: string,
    body?: unknown,
    timeoutMs?: number,
  ): Promise<Response> {
    if (this.token === undefined) {
      throw new CommandFailure(
        'There is no API token.',
        'Set HEED_API_TOKEN, or run this in the directory in which Heed was started.',
      );
    }
    const init = {
      method,
      headers: {
        ...this.#authorization(),
        accept,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const response = await this.open(`/api/v1/${path}`, init, timeoutMs);
    if (!response.ok) throw refusalOf(response.status, await readJson(response));
    return response;
  }

  /** The objects in a list answer. */
  async list(path: string): Promise<readonly JsonObject[]> {
    return itemsOf(await this.get(path));
  }

  #authorization(): Readonly<Record<string, string>> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}

export function itemsOf(list: JsonObject): readonly JsonObject[] {
  return objectsIn(list.items);
}

/** The objects in a list; anything else in it is passed over. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return (asArray(value) ?? []).map(asObject).filter((item) => item !== undefined);
}

export async function readJson(response: Response): Promise<JsonObject | undefined> {
  try {
    return asObject(await response.json());
  } catch {
    return undefined;
  }
}

/** Heed refused what it was asked. `sentence` says so, `errors` what is wrong where, as the answer has it. */
export class Refusal extends CommandFailure {
  constructor(
    readonly status: number,
    readonly sentence: string,
    readonly errors: readonly unknown[],
    hint: string | undefined,
  ) {
    super([sentence, ...errors.map(problemLine)].join('\n'), hint);
  }
}

/** Source of the error's shape: https://www.rfc-editor.org/rfc/rfc9457 */
function refusalOf(status: number, problem: JsonObject | undefined): Refusal {
  const told = asFilledText(problem?.detail) ?? asFilledText(problem?.title);
  const sentence = told === undefined ? `Heed answered ${status}.` : onOneLine(told);
  return new Refusal(status, sentence, asArray(problem?.errors) ?? [], hintFor(status));
}

function problemLine(error: unknown): string {
  const fields = asObject(error);
  const where = asFilledText(fields?.pointer) ?? asFilledText(fields?.field);
  const what = asFilledText(error) ?? asFilledText(fields?.detail) ?? asFilledText(fields?.message) ?? '?';
  return onOneLine(`- ${where === undefined ? '' : `${where}: `}${what}`);
}

function hintFor(status: number): string | undefined {
  switch (status) {
    case 401:
      return 'The token was not accepted. Set HEED_API_TOKEN to a valid one, or check that --url names the right Heed.';
    case 403:
      return 'The token’s role does not allow this. Use a token of a higher role.';
    case 404:
      return 'Check the id; `npx heed tail` shows those of recent messages.';
    case 429:
    case 503:
      return 'Try again in a moment; `npx heed doctor` shows whether Heed is in order.';
    default:
      return undefined;
  }
}
