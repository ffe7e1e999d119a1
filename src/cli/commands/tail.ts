import { asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { itemsOf } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { readEventStream } from '../event-stream.js';
import { masked, onOneLine } from '../terminal-text.js';
import type { Registration } from './registration.js';

type Options = { readonly showAddresses?: true };

type Show = (message: JsonObject) => void;

const POLL_MS = 1000;
const FIRST_SHOWN = 10;
const PAGE_SIZE = 50;
const MAX_PAGES = 10;
const REMEMBERED_VERSIONS = 5000;
const TEXT_LENGTH = 60;

export const registerTail: Registration = (program, perform) => {
  program
    .command('tail')
    .description('show messages as they come and go; Ctrl+C ends it')
    .option('--show-addresses', 'write addresses out instead of masking them')
    .action((options: Options) => perform((context) => tail(options, context)));
};

async function tail(options: Options, context: CliContext): Promise<ExitCode> {
  const { api, io } = context;
  const shown = new ShownVersions();
  const show: Show = (message) => {
    if (shown.add(message)) context.print(message, () => [messageLine(message, options, context)]);
  };
  try {
    // Asked first, because it says in words what is wrong with the token.
    const newest = (await api.list(`messages?limit=${PAGE_SIZE}`)).toReversed();
    for (const older of newest.slice(0, -FIRST_SHOWN)) shown.add(older);
    for (const message of newest.slice(-FIRST_SHOWN)) show(message);
    const stream = await api.stream('/api/v1/stream', 'text/event-stream');
    const isOffered =
      stream.ok && stream.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (isOffered && stream.body !== null) await follow(stream.body, show);
    else await stream.body?.cancel();
    // The server has no stream, or ended it to restart: asking goes on without it.
    while (!io.signal.aborted) {
      for (const message of await newMessages(shown, context)) show(message);
      await io.pause(POLL_MS);
    }
  } catch (error) {
    if (!io.signal.aborted) throw error;
  }
  return 0;
}

/** Which messages were shown in which status: one is shown again when its status has changed. */
class ShownVersions {
  readonly #versions = new Set<string>();

  has(message: JsonObject): boolean {
    return this.#versions.has(versionOf(message));
  }

  /** False when it was there already. */
  add(message: JsonObject): boolean {
    if (this.has(message)) return false;
    this.#versions.add(versionOf(message));
    for (const oldest of this.#versions) {
      if (this.#versions.size <= REMEMBERED_VERSIONS) break;
      this.#versions.delete(oldest);
    }
    return true;
  }
}

function versionOf(message: JsonObject): string {
  return [message.id, message.status, message.withheld].map((part) => asFilledText(part) ?? '').join(' ');
}

async function follow(body: ReadableStream<Uint8Array>, show: Show): Promise<void> {
  try {
    for await (const { data } of readEventStream(body)) {
      const message = messageIn(data);
      if (message !== undefined) show(message);
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // A TypeError is a cut connection.
  }
}

/** The message of an event, alone or under `message`. Events about other things are passed over. */
function messageIn(data: string): JsonObject | undefined {
  try {
    const json = asObject(JSON.parse(data));
    const message = asObject(json?.message) ?? json;
    return asFilledText(message?.direction) === undefined ? undefined : message;
  } catch {
    return undefined;
  }
}

/** From the newest page backwards, until a page holds something that was shown. Oldest first. */
async function newMessages(shown: ShownVersions, { api }: CliContext): Promise<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const list = await api.get(`messages?limit=${PAGE_SIZE}${after}`);
    const items = itemsOf(list);
    const fresh = items.filter((message) => !shown.has(message));
    found.push(...fresh);
    cursor = asFilledText(list.nextCursor);
    if (fresh.length < items.length || cursor === undefined) break;
  }
  return found.toReversed();
}

function messageLine(message: JsonObject, { showAddresses }: Options, { paint }: CliContext): string {
  const field = (name: string): string => onOneLine(asFilledText(message[name]) ?? '');
  const address = field('theirAddress');
  const time = (field('occurredAt') || field('createdAt')).slice(11, 19);
  return [
    paint('dim', time.padEnd(8)),
    field('direction') === 'inbound' ? '←' : '→',
    field('channel').padEnd(8),
    (showAddresses === true ? address : masked(address)).padEnd(16),
    (field('withheld') === '' ? field('verdict') || field('status') : 'withheld').padEnd(16),
    onOneLine(asFilledText(message.text) ?? '', TEXT_LENGTH),
    paint('dim', field('id')),
  ]
    .join('  ')
    .trimEnd();
}
