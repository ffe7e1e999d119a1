import type { Decision } from '../rules/decision.js';
import type { Facts } from '../rules/facts.js';
import { measureText } from '../rules/replies/segments.js';

const MOST_MEASURED = 2_000;

/** Counts SMS segments; most replies are the same few texts, which are measured once. */
export class SegmentCounter {
  private readonly measured = new Map<string, number>();

  /** Of everything that a decision sends. */
  count({ replies, effects }: Decision, { conversation }: Facts): number {
    const sends = effects.flatMap((effect) => (effect.kind === 'send' ? [effect] : []));
    const texts = [
      ...(conversation?.channel === 'sms' ? replies.map(({ text }) => text) : []),
      ...sends.flatMap(({ channel, text }) => (channel === 'sms' ? [text] : [])),
    ];
    return texts.reduce((sum, text) => sum + this.segmentsOf(text), 0);
  }

  private segmentsOf(text: string): number {
    const known = this.measured.get(text);
    if (known !== undefined) return known;
    if (this.measured.size >= MOST_MEASURED) this.measured.clear();
    const { segments } = measureText(text);
    this.measured.set(text, segments);
    return segments;
  }
}
