import {
  ATTRIBUTE_NAME,
  MAX_ATTRIBUTE_LENGTH,
  MAX_REASON_LENGTH,
  MAX_TAG_LENGTH,
} from '../definition/parse-actions.js';
import { LANGUAGE, MAX_LANGUAGES, MAX_TEMPLATE_LENGTH } from '../definition/parse-reply.js';
import { MAX_NAME_LENGTH } from '../definition/parse-rule-definition.js';
import { conditionDefinitions } from '../definition/condition-schema.js';
import { WEBHOOK_PARTS } from '../definition/rule-definition.js';
import {
  choiceSchema,
  durationSchema,
  flagSchema,
  listSchema,
  mapSchema,
  objectSchema,
  patternSchema,
  textSchema,
} from '../definition/schema-parts.js';
import type { JsonSchema } from '../definition/schema-parts.js';
import { DATE_ORDERS } from './flow-definition.js';
import type { Expectation, FlowDefinition, StepKind } from './flow-definition.js';
import { MAX_KEYWORDS, MAX_LABEL_LENGTH, MAX_OPTIONS, STEP_NAME, VARIABLE_NAME } from './flow-readers.js';
import { MAX_ANSWER_LENGTH } from './parse-expectation.js';
import { MAX_HOT_WORDS, MAX_STEPS, MOST_STEPS_TAKEN } from './parse-flow.js';
import { DEFAULT_RETRIES, MAX_BRANCHES, MAX_RETRIES } from './parse-step.js';

const LIQUID = textSchema(MAX_TEMPLATE_LENGTH, 'Liquid, with the answers so far: {{ flow.name }}.');
const BY_LANGUAGE = mapSchema(LANGUAGE, LIQUID, { min: 1, max: MAX_LANGUAGES });
const TARGET = patternSchema(STEP_NAME, 'The name of the next step, or "end".');
const VARIABLE = patternSchema(VARIABLE_NAME, 'The answer is flow.<this> from here on.');
const LABEL = textSchema(MAX_LABEL_LENGTH);
const OPTION = {
  label: LABEL,
  languages: mapSchema(LANGUAGE, LABEL, { min: 1, max: MAX_LANGUAGES }),
  keywords: listSchema(LABEL, { min: 0, max: MAX_KEYWORDS }),
  id: textSchema(256, 'The id of a button.'),
};
const TEXT = { text: LIQUID, languages: BY_LANGUAGE };
const PATIENCE = {
  retries: {
    type: 'integer',
    minimum: 0,
    maximum: MAX_RETRIES,
    default: DEFAULT_RETRIES,
    description: 'How often it is asked again.',
  },
  retryText: objectSchema(TEXT, ['text'], 'Instead of the question, when it is asked again.'),
  onInvalid: { ...TARGET, default: 'end' },
  timeout: durationSchema('How long it waits for an answer.'),
  onTimeout: { ...TARGET, default: 'end' },
};

const EXPECTED: Readonly<Record<Expectation['kind'], JsonSchema>> = {
  text: expectSchema('text', {
    min: lengthSchema(),
    max: lengthSchema(),
    pattern: textSchema(512, 'A regular expression as RE2 reads it.'),
  }),
  number: expectSchema('number', {
    min: { type: 'number' },
    max: { type: 'number' },
    integer: flagSchema(false),
  }),
  date: expectSchema('date', {
    min: { type: 'string', description: 'As 2026-12-24, or today.' },
    max: { type: 'string' },
    order: choiceSchema(DATE_ORDERS, 'How 3/4 is read.'),
    timeZone: { type: 'string', description: 'By whose calendar it is today.' },
  }),
  choice: expectSchema(
    'choice',
    { options: listSchema(objectSchema(OPTION, ['label']), { min: 1, max: MAX_OPTIONS }) },
    ['options'],
  ),
  email: expectSchema('email', {}),
  phone: expectSchema('phone', {}),
  yesNo: expectSchema('yesNo', {}),
};

const STEPS: Readonly<Record<StepKind, JsonSchema>> = {
  ask: objectSchema(
    {
      ask: objectSchema(TEXT, ['text']),
      saveAs: VARIABLE,
      expect: { anyOf: Object.values(EXPECTED) },
      next: TARGET,
      ...PATIENCE,
    },
    ['ask', 'saveAs', 'next'],
    'Asks, and waits for the answer.',
  ),
  menu: objectSchema(
    {
      menu: objectSchema(
        {
          ...TEXT,
          options: listSchema(objectSchema({ ...OPTION, next: TARGET }, ['label', 'next']), {
            min: 1,
            max: MAX_OPTIONS,
          }),
        },
        ['text', 'options'],
      ),
      saveAs: VARIABLE,
      ...PATIENCE,
    },
    ['menu'],
    'Lets the customer choose where to go on.',
  ),
  say: objectSchema({ say: objectSchema(TEXT, ['text']), next: TARGET }, ['say', 'next']),
  branch: objectSchema(
    {
      branch: listSchema(
        objectSchema({ when: { $ref: '#/$defs/condition' }, next: TARGET }, ['when', 'next']),
        {
          min: 1,
          max: MAX_BRANCHES,
        },
      ),
      otherwise: TARGET,
    },
    ['branch', 'otherwise'],
    'Goes on where the first condition holds.',
  ),
  set: objectSchema(
    {
      set: objectSchema(
        {
          tag: textSchema(MAX_TAG_LENGTH),
          untag: textSchema(MAX_TAG_LENGTH),
          attribute: objectSchema(
            {
              name: patternSchema(ATTRIBUTE_NAME),
              value: {
                anyOf: [textSchema(MAX_ATTRIBUTE_LENGTH), { type: ['number', 'boolean', 'null'] }],
              },
            },
            ['name', 'value'],
          ),
        },
        [],
      ),
      next: TARGET,
    },
    ['set', 'next'],
  ),
  webhook: objectSchema(
    {
      webhook: objectSchema(
        {
          url: { type: 'string' },
          include: listSchema(choiceSchema(WEBHOOK_PARTS), { min: 0, max: WEBHOOK_PARTS.length }),
        },
        ['url'],
      ),
      next: TARGET,
    },
    ['webhook', 'next'],
    'Tells another system, and goes on without waiting for its answer.',
  ),
  handOver: objectSchema(
    {
      handOver: objectSchema(
        {
          ...TEXT,
          reason: textSchema(MAX_REASON_LENGTH),
          for: durationSchema('Absent: until somebody resumes it.'),
        },
        ['reason'],
      ),
    },
    ['handOver'],
  ),
  end: objectSchema({ end: objectSchema(TEXT, []) }, ['end']),
};

const FIELDS: Readonly<Record<keyof FlowDefinition, JsonSchema>> = {
  name: textSchema(MAX_NAME_LENGTH),
  start: { ...TARGET, description: 'The step with which the flow begins.' },
  steps: mapSchema(STEP_NAME, { anyOf: Object.values(STEPS) }, { min: 1, max: MAX_STEPS }),
  limits: objectSchema(
    {
      maxSteps: { type: 'integer', minimum: 1, maximum: MOST_STEPS_TAKEN, default: 50 },
      maxDuration: durationSchema('How long the flow may last, at most 30 days.'),
    },
    [],
  ),
  hotWords: {
    type: 'object',
    additionalProperties: TARGET,
    maxProperties: MAX_HOT_WORDS,
    description: 'Words that lead to a step from wherever the flow waits; "end" leaves it.',
  },
};

/**
 * The JSON Schema of a flow, for editors and other people's tools. It accepts everything that `parseFlowDefinition` does; what a schema cannot
 * say (names that have to be there, ways that have to end, words that belong to the law) the parser refuses beyond it.
 */
export function flowSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A flow of Heed',
    ...objectSchema(FIELDS, ['name', 'start', 'steps']),
    $defs: conditionDefinitions(),
  };
}

function expectSchema(
  kind: Expectation['kind'],
  members: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return objectSchema({ kind: { const: kind }, ...members }, ['kind', ...required]);
}

function lengthSchema(): JsonSchema {
  return { type: 'integer', minimum: 1, maximum: MAX_ANSWER_LENGTH };
}
