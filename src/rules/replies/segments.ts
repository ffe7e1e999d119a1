import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text costs on a carrier's network: GSM-7 holds 160 characters (153 in parts), UCS-2 70 (67 in parts). */
export type TextMeasure = { readonly encoding: 'GSM-7' | 'UCS-2'; readonly segments: number };

/** Measures a text as an SMS. One character outside GSM-7, an emoji say, makes the whole text UCS-2. */
export function measureText(text: string): TextMeasure {
  const message = new SegmentedMessage(text);
  return { encoding: message.encodingName, segments: message.segmentsCount };
}
