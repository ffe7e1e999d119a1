import { asArray, asObject } from '../messaging/untrusted.js';
import { WEEKDAYS } from '../quiet-hours/jurisdictions.js';
import { MAX_NAME_LENGTH } from '../rules/definition/parse-rule-definition.js';
import { ruleSchema } from '../rules/definition/rule-schema.js';
import { flowSchema } from '../rules/flows/flow-schema.js';
import {
  listSchema,
  objectSchema,
  patternSchema,
  textSchema,
  type JsonSchema,
} from '../rules/definition/schema-parts.js';
import { LISTS } from './bundle.js';
import { RULE_KEY } from './rule-key.js';

const NAME = textSchema(MAX_NAME_LENGTH, 'By which rules refer to it.');
const TIME = patternSchema(/^\d\d:\d\d$/, 'On the 24-hour clock: 09:00.');
const DATE = patternSchema(/^\d{4}-\d\d-\d\d$/, 'A day: 2026-12-25.');
const HOURS = listSchema({ type: 'array', items: TIME, minItems: 2, maxItems: 2 }, { min: 0, max: 12 });
const TEXT: JsonSchema = { type: 'string', minLength: 1 };

/**
 * The JSON Schema of a file of rules as code, for editors: the schema of a rule with its key, and those of what rules name. It accepts
 * everything that `heed rules lint` does, and `lint` refuses more.
 */
export function ruleFileSchema(): JsonSchema {
  const rule = ruleSchema();
  const flow = flowSchema();
  const key = patternSchema(RULE_KEY, 'By which the rule is known again. It stays the same.');
  const id = {
    type: 'string',
    format: 'uuid',
    description: 'Of a rule that had no key when it was exported.',
  };
  const lists = (['rule', 'schedule', 'template', 'flow'] as const).map((kind) => [
    LISTS[kind],
    { type: ['array', 'null'], items: { $ref: `#/$defs/${kind}` } },
  ]);
  const version = textSchema(60, 'Which state of which Heed it was exported from. Leave it as it is.');
  return {
    $schema: rule['$schema'],
    title: 'A file of rules for Heed',
    ...objectSchema({ version, ...Object.fromEntries(lists) }, []),
    $defs: {
      ...asObject(flow['$defs']),
      ...asObject(rule['$defs']),
      rule: {
        type: 'object',
        properties: { key, id, ...asObject(rule['properties']) },
        required: ['key', ...(asArray(rule['required']) ?? [])],
        additionalProperties: false,
      },
      schedule: schedule(),
      template: template(),
      flow: {
        type: 'object',
        properties: flow['properties'],
        required: flow['required'],
        additionalProperties: false,
      },
    },
  };
}

function schedule(): JsonSchema {
  const hours = { closed: { const: true }, intervals: HOURS, note: textSchema(200) };
  const exception = {
    type: 'object',
    properties: { date: DATE, from: DATE, until: DATE, ...hours },
    additionalProperties: false,
  };
  return objectSchema(
    {
      name: NAME,
      timeZone: textSchema(60, 'A time zone such as Africa/Banjul, or "contact" for the customer’s.'),
      fallbackTimeZone: textSchema(60, 'With "contact": for those whose own is not known.'),
      weekly: objectSchema(Object.fromEntries(WEEKDAYS.map((day) => [day, HOURS])), []),
      exceptions: { type: 'array', items: exception },
    },
    ['name', 'timeZone', 'weekly'],
  );
}

function template(): JsonSchema {
  return objectSchema(
    {
      name: NAME,
      text: textSchema(4_000, 'Liquid, like the text of a reply.'),
      languages: { type: 'object', additionalProperties: TEXT, minProperties: 1 },
      category: textSchema(60),
    },
    ['name', 'text'],
  );
}
