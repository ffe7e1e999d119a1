import type { Command } from 'commander';
import { asFilledText, asInstant, type JsonObject } from '../../messaging/untrusted.js';
import { parseConsentSettings } from '../../consent/settings/parse-consent-settings.js';
import { vocabularyOf } from '../../consent/settings/tenant-vocabulary.js';
import { DETECTOR_VERSION } from '../../rules/compliance/classification.js';
import { itemsOf } from '../api-client.js';
import type { CliContext } from '../cli-context.js';
import type { ExitCode } from '../cli-io.js';
import { daysMs, readCount, readSpan } from '../option-readers.js';
import { matrixRows, rehearse, type Difference, type Rehearsal } from '../rehearsal.js';
import { inColumns, onOneLine } from '../terminal-text.js';
import { settingsIn } from './consent-settings.js';
import type { Perform } from './registration.js';

type Options = { readonly since: number; readonly limit: number };

const PAGE_SIZE = 200;
const DEFAULT_LIMIT = 10_000;
const TEXT_LENGTH = 200;

/** `heed consent rehearse`, below the command `consent`. */
export function addRehearse(consent: Command, perform: Perform): void {
  consent
    .command('rehearse')
    .description('read stored messages again with the detector of this build, and show what would change')
    .option('--since <time>', 'how far back, as 30d or 12h', readSpan, daysMs(30))
    .option('--limit <n>', 'look at so many messages at most, the newest', readCount, DEFAULT_LIMIT)
    .action((options: Options) => perform((context) => rehearseStored(options, context)));
}

async function rehearseStored(options: Options, context: CliContext): Promise<ExitCode> {
  const { settings } = parseConsentSettings(settingsIn(await context.api.get('consent/settings')));
  const readings = await storedReadings(options, context);
  const rehearsal = rehearse(readings, vocabularyOf(settings));
  const versions = [
    ...new Set(readings.flatMap((reading) => asFilledText(reading.detectorVersion) ?? [])),
  ].sort();
  context.print({ detectorVersion: DETECTOR_VERSION, comparedWith: versions, ...rehearsal }, () =>
    lines(rehearsal, versions, readings.length === options.limit, context),
  );
  return rehearsal.differences.some(({ isGrave }) => isGrave) ? 1 : 0;
}

/** From the newest backwards, until they are too old or enough. */
async function storedReadings(
  { since, limit }: Options,
  { api, io }: CliContext,
): Promise<readonly JsonObject[]> {
  const oldest = new Date(io.clock.now().getTime() - since);
  const found: JsonObject[] = [];
  let cursor: string | undefined;
  do {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await api.get(`consent/readings?limit=${Math.min(PAGE_SIZE, limit - found.length)}${after}`);
    const items = itemsOf(page);
    const recent = items.filter(({ at }) => (asInstant(at) ?? oldest) >= oldest);
    found.push(...recent);
    const isOver = recent.length < items.length || found.length >= limit;
    cursor = isOver ? undefined : asFilledText(page.nextCursor);
  } while (cursor !== undefined && !io.signal.aborted);
  return found;
}

function lines(
  rehearsal: Rehearsal,
  versions: readonly string[],
  isCut: boolean,
  { paint }: CliContext,
): readonly string[] {
  const { compared, unreadable, differences } = rehearsal;
  const grave = differences.filter(({ isGrave }) => isGrave).length;
  const was = versions.length === 0 ? 'nothing' : versions.map((version) => onOneLine(version)).join(', ');
  return [
    `${compared} messages, read by ${was}, read again by ${DETECTOR_VERSION}.`,
    ...(isCut ? ['There are older ones: --limit was reached.'] : []),
    ...(unreadable === 0 ? [] : [`${unreadable} could not be compared.`]),
    ...(compared === 0 ? [] : ['', ...inColumns(matrixRows(rehearsal))]),
    ...(differences.length === 0 ? [] : ['', ...differences.map((difference) => line(difference, paint))]),
    '',
    grave === 0
      ? paint('green', `${differences.length} would be read differently; no opt-out is lost or made.`)
      : paint(
          'red',
          `${grave} of ${differences.length} differences lose an opt-out or make one: look at each.`,
        ),
  ];
}

function line(
  { isGrave, was, wouldBe, wasRule, rule, text, messageId }: Difference,
  paint: CliContext['paint'],
): string {
  const change = paint(isGrave ? 'red' : 'yellow', `${isGrave ? '!' : ' '} ${was} → ${wouldBe}`);
  const rules = paint('dim', `(${onOneLine(wasRule)} → ${rule})`);
  return `${change}  ${onOneLine(text, TEXT_LENGTH)}  ${rules}  ${onOneLine(messageId)}`;
}
