import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { asArray, asObject, asText, type JsonObject } from '../../src/messaging/untrusted.js';

/** A request as the API would see it. */
export type ModelRequest = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: JsonObject;
  readonly system: string;
  readonly user: string;
};

/** What the stand-in does with one request. `content` is what the model says; a `body` is sent as it is. */
export type ModelBehaviour = {
  readonly status?: number;
  readonly content?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number };
  /** The answer never ends. */
  readonly hangs?: boolean;
  /** Waits for this before it answers. */
  readonly until?: Promise<unknown>;
};

/** A local stand-in of an OpenAI-compatible API: says what a test orders, and keeps what it was asked. */
export class ModelStandIn {
  readonly requests: ModelRequest[] = [];
  /** For every request without an order of its own. */
  usual: (request: ModelRequest) => ModelBehaviour = () => ({
    content: JSON.stringify({ topic: 'opening hours', answer: 'We are open from 9 to 17.' }),
  });
  private readonly orders: ModelBehaviour[] = [];

  private constructor(
    private readonly server: Server,
    readonly baseUrl: string,
  ) {}

  static async start(): Promise<ModelStandIn> {
    const server = createServer();
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const standIn = new ModelStandIn(server, `http://127.0.0.1:${port}/v1`);
    server.on('request', (request, response) => void standIn.answer(request, response));
    return standIn;
  }

  /** The next requests, one each. */
  order(...behaviours: readonly ModelBehaviour[]): void {
    this.orders.push(...behaviours);
  }

  /** The next request is answered with this topic and text. */
  say(topic: string, answer: string): void {
    this.order({ content: JSON.stringify({ topic, answer }) });
  }

  forget(): void {
    this.requests.length = 0;
    this.orders.length = 0;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    this.requests.push(asked);
    const behaviour = this.orders.shift() ?? this.usual(asked);
    await behaviour.until;
    const { status = 200, headers = {}, body = completion(behaviour), hangs = false } = behaviour;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    if (hangs) response.write(body.slice(0, 10));
    else response.end(body);
  }
}

function completion({ content = '', usage }: ModelBehaviour): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'stand-in-1',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: usage ?? { prompt_tokens: 100, completion_tokens: 20 },
  });
}

async function readRequest(request: IncomingMessage): Promise<ModelRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = asObject(JSON.parse(Buffer.concat(chunks).toString())) ?? {};
  const contents = (asArray(body['messages']) ?? []).map((each) => asText(asObject(each)?.['content']) ?? '');
  const { authorization } = request.headers;
  return { path: request.url ?? '', authorization, body, system: contents[0] ?? '', user: contents[1] ?? '' };
}
