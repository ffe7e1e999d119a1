import type { DomainEventName } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import type { Place } from './definition-problems.js';
import { readChoice, readList, readObject, readText } from './definition-readers.js';
import type { RuleTest } from './rule-definition.js';

const MAX_TESTS = 100;
const MAX_TEST_LENGTH = 1_600;

/** Reads `tests`: examples that the author expects to hold. */
export function readTests(
  json: unknown,
  place: Place,
  event: DomainEventName | undefined,
): readonly RuleTest[] | undefined {
  const tests = readList(json, place, { min: 0, max: MAX_TESTS }, readTest);
  if (tests !== undefined && tests.length > 0 && event !== undefined && event !== 'message.received') {
    place.refuse('Tests are messages; only a rule for message.received can have them.');
  }
  return tests;
}

function readTest(json: unknown, place: Place): RuleTest | undefined {
  const object = readObject(json, place, ['text', 'expect', 'channel']);
  if (object === undefined) return undefined;
  const text = readText(object['text'], place.at('text'), MAX_TEST_LENGTH);
  const expect = readChoice(object['expect'], place.at('expect'), ['reply', 'none']);
  const channel =
    object['channel'] === undefined
      ? undefined
      : readChoice(object['channel'], place.at('channel'), CHANNELS);
  if (text === undefined || expect === undefined) return undefined;
  return { text, expect, ...(channel === undefined ? {} : { channel }) };
}
