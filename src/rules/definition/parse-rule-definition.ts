import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import { readCategoryKey } from '../compliance/category-key.js';
import { documentRoot } from './definition-problems.js';
import type { Place } from './definition-problems.js';
import { readChoice, readFlag, readList, readObject, readText } from './definition-readers.js';
import { readActions } from './parse-actions.js';
import { parseCondition } from './parse-condition.js';
import { readLimits } from './parse-limits.js';
import { readTests } from './parse-tests.js';
import type { DefinitionProblem, RuleDefinition } from './rule-definition.js';

export type DefinitionReading =
  | { readonly ok: true; readonly definition: RuleDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

const FIELDS = [
  'name',
  'enabled',
  'mode',
  'trigger',
  'when',
  'then',
  'limits',
  'continue',
  'hot',
  'category',
  'group',
  'tests',
];
export const MAX_NAME_LENGTH = 120;
export const MAX_GROUP_LENGTH = 64;

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
  const then = readActions(object['then'], root.at('then'), {
    event: trigger?.event,
    channels: trigger?.channels,
  });
  const group =
    object['group'] === undefined
      ? undefined
      : readText(object['group'], root.at('group'), MAX_GROUP_LENGTH)?.trim();
  const limits =
    object['limits'] === undefined
      ? {}
      : readLimits(object['limits'], root.at('limits'), { event: trigger?.event, group });
  const goesOn = readFlag(object['continue'], root.at('continue'), false);
  const isHot = readFlag(object['hot'], root.at('hot'), false);
  const category =
    object['category'] === undefined ? undefined : readCategoryKey(object['category'], root.at('category'));
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
    definition: {
      name,
      enabled,
      mode,
      trigger,
      when,
      then,
      limits,
      continue: goesOn,
      ...(isHot && { hot: true }),
      ...(category !== undefined && { category }),
      ...(group !== undefined && { group }),
      tests,
    },
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
