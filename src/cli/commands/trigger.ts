import { CHANNELS, type Channel } from '../../messaging/channel.js';
import type { Provider } from '../../messaging/provider.js';
import { asFilledText, asObject } from '../../messaging/untrusted.js';
import { PROVIDERS, providerNamed } from '../../providers/registry.js';
import { EVENT_CATALOGUE, incomingEventName, sampleEvent } from '../../sandbox/payloads/event-catalogue.js';
import { freshIds } from '../../sandbox/payloads/fresh-ids.js';
import type { EventFields, SampleEvent, WebhookPayload } from '../../sandbox/payloads/webhook-payload.js';
import { SAMPLE_ADDRESSES, SAMPLE_EMAIL_ADDRESSES } from '../../sandbox/sample-addresses.js';
import { signedWebhook } from '../../sandbox/signed-webhook.js';
import { InvalidArgumentError, Option } from 'commander';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { CommandFailure, usageFailure } from '../command-failure.js';
import type { Registration } from './registration.js';

type Options = {
  readonly from?: string;
  readonly to?: string;
  readonly text: string;
  readonly subject?: string;
  readonly status?: string;
  readonly messageId?: string;
  readonly channel?: Channel;
  readonly connection?: string;
  readonly count: number;
  readonly duplicate: number;
  readonly badSignature?: true;
};

type Answer = { readonly status: number; readonly eventId?: string; readonly isDuplicate: boolean };

const CONNECTLY_STATUSES = ['sent', 'delivered', 'read', 'delivery_failed', 'delivery_failure'];
const LISTED_ANSWERS = 10;
const PROCESSING_MS = 400;

export const registerTrigger: Registration = (program, perform) => {
  program
    .command('trigger')
    .description('post a webhook to Heed, signed as the provider signs it')
    .argument('<provider>', PROVIDERS.map(({ name }) => name).join(', '))
    .argument('<event>', 'the provider’s name of the event, or `message`')
    .option('--from <address>', 'who writes; of a status, our number')
    .option('--to <address>', 'to whom; of a status, the customer')
    .option('--text <text>', 'what the customer writes', 'What are your opening hours?')
    .option('--subject <subject>', 'of an e-mail')
    .addOption(new Option('--status <status>', 'of a delivery_status').choices(CONNECTLY_STATUSES))
    .option('--message-id <id>', 'which message of ours a status is about')
    .addOption(new Option('--channel <channel>', 'of the event `message`').choices(CHANNELS))
    .option('--connection <name>', 'a connection other than the default one')
    .option('--count <n>', 'post so many different events', wholeNumber(1), 1)
    .option('--duplicate <n>', 'post each event so many times more, in the same bytes', wholeNumber(0), 0)
    .option('--bad-signature', 'sign with a wrong secret: Heed has to answer 401')
    .action((provider: string, event: string, options: Options) =>
      perform((context) => trigger(provider, event, options, context)),
    );
};

async function trigger(
  providerName: string,
  eventName: string,
  options: Options,
  context: CliContext,
): Promise<ExitCode> {
  const provider = providerNamed(providerName);
  if (provider === undefined) {
    const names = PROVIDERS.map(({ name }) => name).join(', ');
    throw usageFailure(`There is no provider ${providerName}.`, `There is: ${names}.`);
  }
  const [name, event] = chosenEvent(provider, eventName, options.channel);
  const secret = signingSecret(provider, options, context);
  const answers: Answer[] = [];
  for (const payload of payloads(event, fieldsOf(provider, name, event, options), options.count, context)) {
    for (let copy = 0; copy <= options.duplicate; copy += 1) {
      answers.push(await post(provider, payload, secret, options.connection, context));
    }
  }
  return report(answers, options, context);
}

/** The events that lack an id differ by their second: they are dated back, one second apart. */
function* payloads(
  event: SampleEvent,
  fields: EventFields,
  count: number,
  { io }: CliContext,
): Generator<WebhookPayload> {
  for (let index = 0; index < count; index += 1) {
    const now = io.clock.now();
    const secondsAgo = event.lacksId ? count - 1 - index : 0;
    const at = new Date(now.getTime() - secondsAgo * 1000);
    yield event.build(fields, freshIds(at), at);
  }
}

function chosenEvent(
  provider: Provider,
  given: string,
  channel: Channel | undefined,
): readonly [string, SampleEvent] {
  const [usualChannel] = provider.channels;
  const wanted = channel ?? usualChannel;
  const name =
    given === 'message' && wanted !== undefined ? (incomingEventName(provider.name, wanted) ?? given) : given;
  const event = sampleEvent(provider.name, name);
  if (event !== undefined) return [name, event];
  const known = ['message', ...EVENT_CATALOGUE[provider.name].keys()].map((known) => `  ${known}`);
  throw usageFailure(
    given === 'message'
      ? `${provider.displayName} does not carry ${wanted}.`
      : `${provider.displayName} has no event ${given}.`,
    [`Its events:`, ...known].join('\n'),
  );
}

function fieldsOf(provider: Provider, name: string, event: SampleEvent, options: Options): EventFields {
  const sample = name.includes('email') ? SAMPLE_EMAIL_ADDRESSES : SAMPLE_ADDRESSES[provider.name];
  const [customer, own] = event.isAboutOurMessage ? [options.to, options.from] : [options.from, options.to];
  const { text, subject, status, messageId } = options;
  return {
    customer: customer ?? sample.customer,
    own: own ?? sample.own,
    text,
    ...(subject !== undefined && { subject }),
    ...(status !== undefined && { status }),
    ...(messageId !== undefined && { messageId }),
  };
}

function signingSecret(provider: Provider, { badSignature }: Options, context: CliContext): string {
  if (badSignature === true) return 'a secret that nobody was given';
  const secret = context.webhookSecret(provider.name);
  if (secret !== undefined) return secret;
  throw new CommandFailure(
    `The webhook secret of ${provider.displayName} is not known here.`,
    `Set ${provider.name.toUpperCase()}_WEBHOOK_SECRET to the one that Heed has, or run this in the directory in which Heed was started.`,
  );
}

async function post(
  provider: Provider,
  payload: WebhookPayload,
  secret: string,
  connection: string | undefined,
  { api, io }: CliContext,
): Promise<Answer> {
  const { headers, body } = signedWebhook(provider.name, payload, secret, io.clock.now());
  const path = [
    '/webhooks',
    provider.name,
    ...(connection === undefined ? [] : [encodeURIComponent(connection)]),
  ];
  const response = await api.open(path.join('/'), { method: 'POST', headers: { ...headers }, body });
  await response.body?.cancel();
  const eventId = response.headers.get('x-heed-event-id');
  return {
    status: response.status,
    ...(eventId !== null && { eventId }),
    isDuplicate: response.headers.get('x-heed-duplicate') === 'true',
  };
}

async function report(answers: readonly Answer[], options: Options, context: CliContext): Promise<ExitCode> {
  const expected = options.badSignature === true ? 401 : 200;
  const isAsExpected = answers.every(({ status }) => status === expected);
  const next = context.isJson || expected !== 200 || !isAsExpected ? [] : await nextCommand(answers, context);
  context.print({ answers }, () => [
    ...(answers.length <= LISTED_ANSWERS ? answers.map(answerLine) : summaryLines(answers)),
    ...(isAsExpected ? next : [advice(answers, expected)]),
  ]);
  return isAsExpected ? 0 : 1;
}

function answerLine({ status, eventId, isDuplicate }: Answer): string {
  const event = eventId === undefined ? '' : `  event ${eventId}`;
  return `${status}${event}${isDuplicate ? '  (stored before)' : ''}`;
}

function summaryLines(answers: readonly Answer[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { status, isDuplicate } of answers) {
    const kind = `${status}${isDuplicate ? '  (stored before)' : ''}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`);
}

function advice(answers: readonly Answer[], expected: number): string {
  const status = answers.find((answer) => answer.status !== expected)?.status;
  switch (status) {
    case 401:
      return 'Heed did not accept the signature: its secret for this connection is another one. Run: npx heed doctor';
    case 404:
      return 'There is no such connection. Leave --connection out, or make the connection first.';
    case 503:
      return 'Heed could not store it; a provider would try again. Run: npx heed doctor';
    case undefined:
    default:
      return `Expected ${expected}.`;
  }
}

/** Asks once for the message that came of the event, so that the next command can be copied as it is. */
async function nextCommand(answers: readonly Answer[], { api, io }: CliContext): Promise<readonly string[]> {
  const eventId = answers.at(-1)?.eventId;
  if (eventId === undefined) return [];
  await io.pause(PROCESSING_MS);
  const event = await api.get(`events/${encodeURIComponent(eventId)}`).catch(() => undefined);
  const messageId = asFilledText(event?.messageId) ?? asFilledText(asObject(event?.message)?.id);
  return messageId === undefined
    ? ['See what becomes of it: npx heed tail']
    : [`See what became of it: npx heed explain ${messageId}`];
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${least}.`);
  };
}
