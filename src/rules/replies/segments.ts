import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text costs on a carrier's network: GSM-7 holds 160 characters (153 in parts), UCS-2 70 (67 in parts). */
export type TextMeasure = { readonly encoding: 'GSM-7' | 'UCS-2'; readonly segments: number };

/** Measures a text as an SMS. One character outside GSM-7, an emoji say, makes the whole text UCS-2. */
export function measureText(text: string): TextMeasure {
  const message = new SegmentedMessage(text);
  return { encoding: message.encodingName, segments: message.segmentsCount };
}

/** A character that GSM-7 does not have. */
export type OffendingCharacter = {
  readonly character: string;
  readonly count: number;
  /** Says the same within GSM-7; empty where it can be left out. Absent: there is nothing like it. */
  readonly replacement?: string;
};

/** What a text costs, what makes it cost more, and what it would cost without. */
export type CostHint = TextMeasure & {
  /** In the order in which they stand in the text, each once. */
  readonly offending: readonly OffendingCharacter[];
  /** After all replacements; as many as now where there is nothing to gain. */
  readonly segmentsIfReplaced: number;
  /** For people; absent where there is nothing to gain. */
  readonly sentence?: string;
};

/** Finds what makes a text leave GSM-7: often one curly quote, which takes every segment from 160 characters to 70. */
export function costHint(text: string): CostHint {
  const measure = measureText(text);
  const offending = offendingIn(text);
  const replaced = offending.reduce(
    (changed, { character, replacement }) =>
      replacement === undefined ? changed : changed.replaceAll(character, replacement),
    text,
  );
  const segmentsIfReplaced = Math.min(measure.segments, measureText(replaced).segments);
  const hint = { ...measure, offending, segmentsIfReplaced };
  return segmentsIfReplaced < measure.segments ? { ...hint, sentence: hintSentence(hint) } : hint;
}

function offendingIn(text: string): readonly OffendingCharacter[] {
  const counts = new Map<string, number>();
  for (const character of new SegmentedMessage(text).getNonGsmCharacters()) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].map(([character, count]) => {
    const replacement = replacementOf(character);
    return { character, count, ...(replacement !== undefined && { replacement }) };
  });
}

/**
 * The nearest spelling in GSM-7 that means the same: straight for curly quotes, a hyphen for a dash, one letter for a letter and its accent.
 * Source of the map: https://www.twilio.com/docs/messaging/services#smart-encoding
 */
function replacementOf(character: string): string | undefined {
  const mapped = new SegmentedMessage(character, 'auto', true).graphemes.join('');
  return [character.normalize('NFC'), character.normalize('NFKC'), mapped].find(
    (candidate) => candidate !== character && measureText(candidate).encoding === 'GSM-7',
  );
}

const SHOWN = 3;

function hintSentence({ offending, segments, segmentsIfReplaced }: CostHint): string {
  const replaceable = offending.filter(({ replacement }) => replacement !== undefined);
  const shown = replaceable
    .slice(0, SHOWN)
    .map(({ character, replacement }) =>
      replacement === '' ? `leave out ${codePoints(character)}` : `write ${replacement} for ${character}`,
    )
    .join(', ');
  const more = replaceable.length > SHOWN ? ', and so on' : '';
  return `It takes ${segments} segments instead of ${segmentsIfReplaced} because of ${replaceable.length === 1 ? 'one character' : `${replaceable.length} characters`}: ${shown}${more}.`;
}

/** For a character that cannot be seen. */
function codePoints(text: string): string {
  return Array.from(
    text,
    (each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}
