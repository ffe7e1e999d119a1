import type { DomainEvent } from '../../events/domain-events.js';
import type { Facts } from '../facts.js';
import type { CompiledSchedule } from '../schedules/schedule.js';
import { comparableText } from './text-normalisation.js';
import type { ComparableText } from './text-normalisation.js';

export type Schedules = ReadonlyMap<string, Pick<CompiledSchedule, 'isOpen'>>;

/** What conditions are asked about. */
export type ConditionInput = {
  readonly event: DomainEvent;
  readonly facts: Facts;
  readonly now: Date;
  /** By name. */
  readonly schedules: Schedules;
  /** Texts are put into their comparable forms once, however many rules look at them. */
  comparable(raw: string, caseSensitive: boolean): ComparableText;
};

/** Wraps a situation for the conditions of one decision. */
export function conditionInput(
  { event, facts, now }: Pick<ConditionInput, 'event' | 'facts' | 'now'>,
  schedules: Schedules,
): ConditionInput {
  const folded = new Map<string, ComparableText>();
  const cased = new Map<string, ComparableText>();
  return {
    event,
    facts,
    now,
    schedules,
    comparable(raw, caseSensitive) {
      const known = caseSensitive ? cased : folded;
      let text = known.get(raw);
      if (text === undefined) {
        text = comparableText(raw, caseSensitive);
        known.set(raw, text);
      }
      return text;
    },
  };
}
