import { FAMILY_MEMBER, describeFacts, familyPrefix, isFamily } from '../conditions/fact-catalogue.js';
import { FACT_TYPES } from '../conditions/fact.js';
import type { FactDescription, FactType } from '../conditions/fact.js';
import { MAX_PATTERN_LENGTH } from '../conditions/pattern.js';
import {
  CASE_OPERATORS,
  MAX_LEAVES,
  MAX_VALUE_LENGTH,
  MAX_VALUES,
  OPERATORS_OF,
} from './condition-limits.js';
import type { Operator } from './rule-definition.js';
import { choiceSchema, flagSchema, listSchema, objectSchema, textSchema } from './schema-parts.js';
import type { JsonSchema } from './schema-parts.js';

const CONDITION: JsonSchema = { $ref: '#/$defs/condition' };

/** The definitions that `when` refers to, made of the tables that the parser goes by. */
export function conditionDefinitions(): Readonly<Record<string, JsonSchema>> {
  const kinds = factKinds();
  return {
    condition: {
      description: 'What has to hold. {"all": []} always does.',
      anyOf: [
        objectSchema({ all: listSchema(CONDITION, { min: 0, max: MAX_LEAVES }) }, ['all']),
        objectSchema({ any: listSchema(CONDITION, { min: 1, max: MAX_LEAVES }) }, ['any']),
        objectSchema({ not: CONDITION }, ['not']),
        ...kinds.flatMap(questionSchemas),
      ],
    },
    ...Object.fromEntries(kinds.map(({ name, facts }) => [name, { anyOf: facts.map(factSchema) }])),
  };
}

/** Facts of which the same can be asked. */
type FactKind = {
  readonly name: string;
  readonly type: FactType;
  readonly needsTimeZone: boolean;
  readonly facts: readonly FactDescription[];
};

function factKinds(): readonly FactKind[] {
  return FACT_TYPES.flatMap((type) =>
    [false, true].map((needsTimeZone) => ({
      name: needsTimeZone ? `${type}OfClock` : `${type}Fact`,
      type,
      needsTimeZone,
      facts: describeFacts().filter((fact) => fact.type === type && fact.needsTimeZone === needsTimeZone),
    })),
  ).filter(({ facts }) => facts.length > 0);
}

/** One schema for each sort of question that facts of a kind can be asked. */
function questionSchemas({ name, type, needsTimeZone }: FactKind): readonly JsonSchema[] {
  const timeZone = {
    timeZone: textSchema(MAX_VALUE_LENGTH, 'Whose clock is read: Africa/Banjul, Europe/Berlin.'),
  };
  return sortsOf(OPERATORS_OF[type]).map(({ ops, value }) =>
    objectSchema(
      {
        fact: { $ref: `#/$defs/${name}` },
        op: choiceSchema(ops),
        value: value(type),
        ...(ops.every((op) => CASE_OPERATORS.includes(op)) && {
          caseSensitive: flagSchema(false, 'Whether HOURS and hours are different words.'),
        }),
        ...(needsTimeZone && timeZone),
      },
      ['fact', 'op', ...(ops.includes('exists') ? [] : ['value']), ...(needsTimeZone ? ['timeZone'] : [])],
    ),
  );
}

function factSchema(fact: FactDescription): JsonSchema {
  const { name, description } = fact;
  if (!isFamily(fact)) return { const: name, description };
  const prefix = familyPrefix(fact).replaceAll('.', '\\.');
  return { type: 'string', pattern: `^${prefix}${FAMILY_MEMBER}$`, description };
}

type Sort = { readonly ops: readonly Operator[]; readonly value: (type: FactType) => JsonSchema };

/** The operators that take the same values stand together. */
function sortsOf(operators: readonly Operator[]): readonly Sort[] {
  const sorts = new Map<string, Sort & { readonly ops: Operator[] }>();
  for (const op of operators) {
    const { name, value } = valuesOf(op);
    const sort = sorts.get(name);
    if (sort === undefined) sorts.set(name, { ops: [op], value });
    else sort.ops.push(op);
  }
  return [...sorts.values()];
}

function valuesOf(op: Operator): { readonly name: string; readonly value: Sort['value'] } {
  switch (op) {
    case 'exists':
      return { name: 'flag', value: () => flagSchema(true, 'false asks that there is none.') };
    case 'gt':
    case 'lt':
      return { name: 'number', value: () => ({ type: 'number' }) };
    case 'in':
      return { name: 'members', value: (type) => manyOf(scalarSchema(type)) };
    case 'equals':
      return { name: 'member', value: (type) => oneOrMany(scalarSchema(type)) };
    case 'matches':
      return {
        name: 'pattern',
        value: () =>
          oneOrMany(
            textSchema(
              MAX_PATTERN_LENGTH,
              'A pattern of RE2, without look-arounds and back-references: https://github.com/google/re2/wiki/Syntax',
            ),
          ),
      };
    case 'within':
      return {
        name: 'schedule',
        value: () => oneOrMany(textSchema(MAX_VALUE_LENGTH, 'The name of a schedule.')),
      };
    case 'firstWord':
    case 'word':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'fuzzy':
      return { name: 'text', value: () => oneOrMany(textSchema(MAX_VALUE_LENGTH)) };
    default: {
      const never: never = op;
      return never;
    }
  }
}

function scalarSchema(type: FactType): JsonSchema {
  if (type === 'number') return { type: 'number' };
  if (type === 'flag') return { type: 'boolean' };
  const text = textSchema(MAX_VALUE_LENGTH);
  return type === 'any' ? { anyOf: [text, { type: 'number' }, { type: 'boolean' }] } : text;
}

function manyOf(value: JsonSchema): JsonSchema {
  return listSchema(value, { min: 1, max: MAX_VALUES });
}

function oneOrMany(value: JsonSchema): JsonSchema {
  return { anyOf: [value, manyOf(value)] };
}
