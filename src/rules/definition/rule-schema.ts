import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { CHANNELS } from '../../messaging/channel.js';
import { CATEGORY_KEY } from '../compliance/category-key.js';
import { actionSchema } from './action-schema.js';
import { MAX_DEPTH, MAX_LEAVES } from './condition-limits.js';
import { conditionDefinitions } from './condition-schema.js';
import { MAX_ACTIONS } from './parse-actions.js';
import { MOST_COUNTED } from './parse-limits.js';
import { MAX_GROUP_LENGTH, MAX_NAME_LENGTH } from './parse-rule-definition.js';
import { MAX_TEST_LENGTH, MAX_TESTS } from './parse-tests.js';
import { COOLDOWN_SCOPES } from './rule-definition.js';
import type { RuleDefinition, RuleLimits } from './rule-definition.js';
import {
  choiceSchema,
  durationSchema,
  flagSchema,
  listSchema,
  objectSchema,
  patternSchema,
  textSchema,
} from './schema-parts.js';
import type { JsonSchema } from './schema-parts.js';

const CHANNEL_LIST = listSchema(choiceSchema(CHANNELS), { min: 1, max: CHANNELS.length });

const LIMITS: Readonly<Record<keyof RuleLimits, JsonSchema>> = {
  cooldown: durationSchema('After answering, the rule leaves the contact alone for so long.'),
  cooldownScope: choiceSchema(COOLDOWN_SCOPES, 'Among which firings the last one is looked for.'),
  atMost: objectSchema(
    { count: { type: 'integer', minimum: 1, maximum: MOST_COUNTED }, per: durationSchema('In how long.') },
    ['count', 'per'],
    'How often the rule answers a contact.',
  ),
  once: { enum: [true, false, 'contact', 'conversation'], description: 'Only the first time.' },
  debounce: durationSchema('How long the reply waits for more, at most a minute; one reply answers it all.'),
};

const FIELDS: Readonly<Record<keyof RuleDefinition, JsonSchema>> = {
  name: textSchema(MAX_NAME_LENGTH),
  enabled: flagSchema(true),
  mode: {
    ...choiceSchema(['live', 'shadow'], 'A shadow rule decides and is counted, and sends nothing.'),
    default: 'live',
  },
  trigger: objectSchema({ event: choiceSchema(DOMAIN_EVENT_NAMES), channels: CHANNEL_LIST }, ['event']),
  when: { $ref: '#/$defs/condition' },
  then: listSchema({ $ref: '#/$defs/action' }, { min: 1, max: MAX_ACTIONS }),
  limits: objectSchema(LIMITS, []),
  continue: flagSchema(false, 'Go on to the next rules after this one matched.'),
  hot: flagSchema(false, 'Asked also while a flow waits for an answer, and before it.'),
  category: patternSchema(CATEGORY_KEY, 'The key of a message category.'),
  group: textSchema(MAX_GROUP_LENGTH, 'Rules of one group share a cooldown, and are switched off together.'),
  tests: listSchema(
    objectSchema(
      {
        text: textSchema(MAX_TEST_LENGTH),
        expect: choiceSchema(['reply', 'none']),
        expectText: textSchema(MAX_TEST_LENGTH, 'What the reply has to contain, letter by letter.'),
        channel: choiceSchema(CHANNELS),
        at: { type: 'string', description: 'When it is written: 2026-04-10T12:00:00Z.' },
      },
      ['text', 'expect'],
    ),
    { min: 0, max: MAX_TESTS },
  ),
};

/**
 * The JSON Schema of a rule, for editors and other people's tools. It accepts everything that `parseRuleDefinition` does; what a schema
 * cannot say (a template's variables, a pattern's syntax, a fact's events) the parser refuses beyond it.
 */
export function ruleSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A rule of Heed',
    description: `Conditions are nested at most ${MAX_DEPTH} deep and ask at most ${MAX_LEAVES} questions.`,
    ...objectSchema(FIELDS, ['name', 'trigger', 'when', 'then']),
    $defs: { ...conditionDefinitions(), action: actionSchema() },
  };
}
