import { asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';
import { itemsOf, Refusal } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { usageFailure } from '../command-failure.js';
import { readCount, readSpan } from '../option-readers.js';
import { onOneLine } from '../terminal-text.js';
import type { Registration } from './registration.js';

type Options = { readonly since?: number; readonly limit: number };

/** A message whose decision comes out otherwise when it is made again. */
type Difference = {
  readonly messageId: string;
  readonly was: string;
  readonly wouldBe: string;
  readonly text: string;
};

type Outcome = {
  readonly replayed: number;
  readonly gone: number;
  readonly differences: readonly Difference[];
};

const PAGE_SIZE = 200;
const DEFAULT_LIMIT = 1_000;
const TEXT_LENGTH = 100;

export const registerReplay: Registration = (program, perform) => {
  program
    .command('replay')
    .description(
      'handle a stored event once more; what it already caused is not done twice. With --since: make the decisions of that time again, and compare; nothing is sent',
    )
    .argument('[eventId]')
    .option('--since <time>', 'how far back, as 30d or 12h', readSpan)
    .option('--limit <n>', 'with --since: so many messages at most, the newest', readCount, DEFAULT_LIMIT)
    .action((eventId: string | undefined, options: Options) =>
      perform((context) => replay(eventId, options, context)),
    );
};

async function replay(
  eventId: string | undefined,
  { since, limit }: Options,
  context: CliContext,
): Promise<ExitCode> {
  if (eventId !== undefined && since === undefined) return handleAgain(eventId, context);
  if (eventId === undefined && since !== undefined) return decideAgain(since, limit, context);
  throw usageFailure('Name one event, or say --since.', 'Write it like: npx heed replay --since 1d');
}

async function handleAgain(eventId: string, { api, print }: CliContext): Promise<ExitCode> {
  const answer = await api.call('POST', `events/${encodeURIComponent(eventId)}/replay`);
  print(answer, () => ['The event is being handled again.', 'Watch it: npx heed tail']);
  return 0;
}

/** Each decision is made again from the event, the facts, the clock and the rules of its time. */
async function decideAgain(since: number, limit: number, context: CliContext): Promise<ExitCode> {
  const { messages, isCut } = await messagesSince(since, limit, context);
  const differences: Difference[] = [];
  let gone = 0;
  for (const message of messages) {
    if (context.io.signal.aborted) break;
    const again = await replayOf(message, context);
    if (again === undefined) gone += 1;
    else if (again['identical'] !== true) differences.push(differenceOf(message, again));
  }
  const outcome = { replayed: messages.length - gone, gone, differences };
  context.print({ ...outcome, isCut }, () => lines(outcome, isCut, context));
  return differences.length === 0 ? 0 : 1;
}

/** From the newest backwards; `isCut` when there are more than were asked for. */
async function messagesSince(
  since: number,
  limit: number,
  { api, io }: CliContext,
): Promise<{ readonly messages: readonly JsonObject[]; readonly isCut: boolean }> {
  const from = new Date(io.clock.now().getTime() - since).toISOString();
  const messages: JsonObject[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      direction: 'inbound',
      since: from,
      limit: String(Math.min(PAGE_SIZE, limit - messages.length)),
      ...(cursor !== undefined && { cursor }),
    });
    const page = await api.get(`messages?${query.toString()}`);
    messages.push(...itemsOf(page));
    cursor = asFilledText(page['nextCursor']);
  } while (cursor !== undefined && messages.length < limit && !io.signal.aborted);
  return { messages, isCut: cursor !== undefined };
}

/** `undefined` where there is nothing to make it from: it was not decided yet, or was erased. */
async function replayOf({ id }: JsonObject, { api }: CliContext): Promise<JsonObject | undefined> {
  try {
    return await api.get(`messages/${encodeURIComponent(asFilledText(id) ?? '')}/decision/replay`);
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 409)) return undefined;
    throw error;
  }
}

function differenceOf({ id, text }: JsonObject, { stored, replayed }: JsonObject): Difference {
  return {
    messageId: asFilledText(id) ?? '?',
    was: sentenceOf(stored),
    wouldBe: sentenceOf(replayed),
    text: asFilledText(text) ?? '',
  };
}

function sentenceOf(decision: unknown): string {
  return asFilledText(asObject(decision)?.['sentence']) ?? '?';
}

function lines(
  { replayed, gone, differences }: Outcome,
  isCut: boolean,
  { paint }: CliContext,
): readonly string[] {
  return [
    `${replayed} decisions were made again by the rules, the facts and the clock of their time. Nothing was sent.`,
    ...(isCut ? ['There are older ones: --limit was reached.'] : []),
    ...(gone === 0
      ? []
      : [`${gone} could not be: they are not decided yet, or what they were made from is gone.`]),
    ...differences.flatMap(({ messageId, was, wouldBe, text }) => [
      paint('red', `${onOneLine(messageId)}  ${onOneLine(text, TEXT_LENGTH)}`),
      `  was:   ${onOneLine(was)}`,
      `  again: ${onOneLine(wouldBe)}`,
    ]),
    differences.length === 0
      ? paint('green', 'All of them came out the same.')
      : paint('red', `${differences.length} came out otherwise: another version of Heed may have made them.`),
  ];
}
