import { CHANNELS } from '../messaging/channel.js';
import { asFilledText, asText, type JsonObject } from '../messaging/untrusted.js';
import { readConsent } from '../rules/compliance/consent-reading.js';
import type { ConsentVocabulary, OptOutClass } from '../rules/compliance/classification.js';

const CLASSES = ['opt_out', 'hold', 'help', 'opt_in', 'none'] as const satisfies readonly OptOutClass[];

/** A message that the detector of this build reads otherwise than it was read. */
export type Difference = {
  readonly messageId: string;
  readonly at: string;
  readonly was: OptOutClass;
  readonly wouldBe: OptOutClass;
  readonly wasRule: string;
  readonly rule: string;
  readonly text: string;
  /** An opt-out would be missed, or somebody opted out who was not: not to be switched on without having been looked at. */
  readonly isGrave: boolean;
};

/** Everything that was compared. */
export type Rehearsal = {
  readonly compared: number;
  /** Items of the server that this build cannot read; another version may have written them. */
  readonly unreadable: number;
  readonly differences: readonly Difference[];
  /** How many messages went from one class to another, the ones that stayed included: `matrix[was][wouldBe]`. */
  readonly matrix: Readonly<Record<OptOutClass, Readonly<Record<OptOutClass, number>>>>;
};

/**
 * Reads messages again with the detector of this build. Pure; `readings` are those of `GET /api/v1/consent/readings`, and `vocabulary`
 * the words that the server's settings add.
 */
export function rehearse(readings: readonly JsonObject[], vocabulary: ConsentVocabulary): Rehearsal {
  const differences: Difference[] = [];
  const matrix = emptyMatrix();
  let unreadable = 0;
  for (const reading of readings) {
    const was = CLASSES.find((known) => known === reading.class);
    const channel = CHANNELS.find((known) => known === reading.channel);
    const text = asText(reading.text);
    if (was === undefined || channel === undefined || text === undefined) {
      unreadable += 1;
      continue;
    }
    const { meaning, text: read } = readConsent(
      { channel, text, subject: asText(reading.subject) },
      vocabulary,
    );
    const wouldBe = meaning.class;
    matrix[was][wouldBe] += 1;
    if (wouldBe === was) continue;
    differences.push({
      messageId: asFilledText(reading.messageId) ?? '?',
      at: asFilledText(reading.at) ?? '?',
      was,
      wouldBe,
      wasRule: asFilledText(reading.ruleId) ?? '?',
      rule: meaning.ruleId,
      text: read,
      isGrave: isGrave(was, wouldBe),
    });
  }
  return { compared: readings.length - unreadable, unreadable, differences, matrix };
}

/** A hold is on the safe side of both, and somebody looks at it. */
function isGrave(was: OptOutClass, wouldBe: OptOutClass): boolean {
  return (was === 'opt_out' && wouldBe !== 'hold') || (wouldBe === 'opt_out' && was !== 'hold');
}

/** The matrix as rows with a head, without classes that do not occur. */
export function matrixRows({ matrix }: Rehearsal): readonly (readonly string[])[] {
  const occurring = CLASSES.filter((one) =>
    CLASSES.some((other) => matrix[one][other] + matrix[other][one] > 0),
  );
  return [
    ['was \\ would be', ...occurring],
    ...occurring.map((was) => [was, ...occurring.map((wouldBe) => String(matrix[was][wouldBe]))]),
  ];
}

function emptyMatrix(): Record<OptOutClass, Record<OptOutClass, number>> {
  const row = () => ({ opt_out: 0, hold: 0, help: 0, opt_in: 0, none: 0 });
  return { opt_out: row(), hold: row(), help: row(), opt_in: row(), none: row() };
}
