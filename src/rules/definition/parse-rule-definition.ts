import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import type { DomainEventName } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import { durationMs } from './duration.js';
import { documentRoot } from './definition-problems.js';
import type { Place } from './definition-problems.js';
import { readChoice, readFlag, readList, readObject, readText } from './definition-readers.js';
import { parseCondition } from './parse-condition.js';
import type { DefinitionProblem, RuleAction, RuleDefinition, RuleTest } from './rule-definition.js';
import { templateProblems } from '../replies/template.js';

export type DefinitionReading =
  | { readonly ok: true; readonly definition: RuleDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

const FIELDS = ['name', 'enabled', 'mode', 'trigger', 'when', 'then', 'limits', 'continue', 'tests'];
const MAX_NAME_LENGTH = 120;
const MAX_TEMPLATE_LENGTH = 4_000;
const MAX_TAG_LENGTH = 64;
const MAX_ACTIONS = 10;
const MAX_TESTS = 100;
const MAX_TEST_LENGTH = 1_600;

/**
 * Reads a rule as an administrator wrote it. Tells every problem at once, each with its JSON pointer and what to do about it;
 * refused values are quoted only in part. What it gives back was fully checked: it compiles.
 */
export function parseRuleDefinition(json: unknown): DefinitionReading {
  const problems: DefinitionProblem[] = [];
  const root = documentRoot(problems);
  const object = readObject(json, root, FIELDS);
  if (object === undefined) return { ok: false, problems };
  const name = readText(object['name'], root.at('name'), MAX_NAME_LENGTH);
  const enabled = readFlag(object['enabled'], root.at('enabled'), true);
  const mode =
    object['mode'] === undefined ? 'live' : readChoice(object['mode'], root.at('mode'), ['live', 'shadow']);
  const trigger = readTrigger(object['trigger'], root.at('trigger'));
  const when = parseCondition(object['when'], root.at('when'), trigger?.event);
  const then = readActions(object['then'], root.at('then'), trigger?.event);
  const limits = object['limits'] === undefined ? {} : readLimits(object['limits'], root.at('limits'));
  const goesOn = readFlag(object['continue'], root.at('continue'), false);
  const tests =
    object['tests'] === undefined ? [] : readTests(object['tests'], root.at('tests'), trigger?.event);
  if (
    problems.length > 0 ||
    name === undefined ||
    mode === undefined ||
    trigger === undefined ||
    when === undefined ||
    then === undefined ||
    limits === undefined ||
    tests === undefined
  ) {
    return { ok: false, problems };
  }
  return {
    ok: true,
    definition: { name, enabled, mode, trigger, when, then, limits, continue: goesOn, tests },
  };
}

function readTrigger(json: unknown, place: Place): RuleDefinition['trigger'] | undefined {
  const object = readObject(json, place, ['event', 'channels']);
  if (object === undefined) return undefined;
  const event = readChoice(object['event'], place.at('event'), DOMAIN_EVENT_NAMES);
  if (object['channels'] === undefined) return event === undefined ? undefined : { event };
  const channels = readList(
    object['channels'],
    place.at('channels'),
    { min: 1, max: CHANNELS.length },
    (each, at) => readChoice(each, at, CHANNELS),
  );
  return event === undefined || channels === undefined ? undefined : { event, channels };
}

function readActions(
  json: unknown,
  place: Place,
  event: DomainEventName | undefined,
): readonly RuleAction[] | undefined {
  const actions = readList(json, place, { min: 1, max: MAX_ACTIONS }, (each, at) =>
    readAction(each, at, event),
  );
  if (actions !== undefined && actions.filter((action) => 'reply' in action).length > 1) {
    place.refuse('A rule replies once; put the texts together, or make a second rule.');
  }
  return actions;
}

function readAction(json: unknown, place: Place, event: DomainEventName | undefined): RuleAction | undefined {
  const object = readObject(json, place, ['reply', 'tag']);
  if (object === undefined) return undefined;
  const keys = Object.keys(object);
  if (keys.length !== 1) {
    place.refuse('An action is one of {"reply": {"text": …}} and {"tag": …}.');
    return undefined;
  }
  if (keys[0] === 'tag') {
    const tag = readText(object['tag'], place.at('tag'), MAX_TAG_LENGTH);
    return tag === undefined ? undefined : { tag: tag.trim() };
  }
  return keys[0] === 'reply' ? readReply(object['reply'], place.at('reply'), event) : undefined;
}

function readReply(json: unknown, place: Place, event: DomainEventName | undefined): RuleAction | undefined {
  const object = readObject(json, place, ['text']);
  if (object === undefined) return undefined;
  const text = readText(object['text'], place.at('text'), MAX_TEMPLATE_LENGTH);
  if (text === undefined) return undefined;
  for (const problem of event === undefined ? [] : templateProblems(text, event))
    place.at('text').refuse(problem);
  return { reply: { text } };
}

function readLimits(json: unknown, place: Place): RuleDefinition['limits'] | undefined {
  const object = readObject(json, place, ['cooldown']);
  if (object === undefined) return undefined;
  const cooldown = object['cooldown'];
  if (cooldown === undefined) return {};
  if (typeof cooldown === 'string' && durationMs(cooldown) !== undefined) return { cooldown };
  place
    .at('cooldown')
    .refuse(
      'Write an ISO 8601 duration of at most 366 days, in weeks, days, hours, minutes and seconds: PT10M, PT12H, P1D.',
    );
  return undefined;
}

function readTests(
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
