import type { DomainEventName } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import { asInstant } from '../../messaging/untrusted.js';
import type { Place } from './definition-problems.js';
import { readChoice, readList, readObject, readText } from './definition-readers.js';
import type { RuleTest } from './rule-definition.js';

export const MAX_TESTS = 100;
export const MAX_TEST_LENGTH = 1_600;

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
  const object = readObject(json, place, ['text', 'expect', 'expectText', 'channel', 'at']);
  if (object === undefined) return undefined;
  const text = readText(object['text'], place.at('text'), MAX_TEST_LENGTH);
  const expect = readChoice(object['expect'], place.at('expect'), ['reply', 'none']);
  const expectText =
    object['expectText'] === undefined
      ? undefined
      : readText(object['expectText'], place.at('expectText'), MAX_TEST_LENGTH);
  if (expectText !== undefined && expect === 'none') {
    place.at('expectText').refuse('Where no reply is expected it has no text; leave this out.');
  }
  const channel =
    object['channel'] === undefined
      ? undefined
      : readChoice(object['channel'], place.at('channel'), CHANNELS);
  const at = object['at'] === undefined ? undefined : readInstant(object['at'], place.at('at'));
  if (text === undefined || expect === undefined) return undefined;
  return {
    text,
    expect,
    ...(expectText !== undefined && { expectText }),
    ...(channel !== undefined && { channel }),
    ...(at !== undefined && { at }),
  };
}

function readInstant(value: unknown, place: Place): string | undefined {
  const instant = asInstant(value);
  if (instant === undefined) place.refuse('Write an instant with its offset: "2026-04-10T12:00:00Z".');
  return instant?.toISOString();
}
