import type { RuleGroupType, RuleType } from 'react-querybuilder';
import { asArray, asObject, asText, type JsonObject } from '../../../../../src/messaging/untrusted.js';

/** How the parts of a group count: all of them, any of them, or none of them. */
export const COMBINATORS = ['all', 'any', 'none'] as const;

/** A question in the builder. Its value carries all that the leaf says besides fact and operator, so that nothing is lost. */
type LeafQuery = RuleType & { readonly value: JsonObject };

/** A group in the builder. */
export type GroupQuery = RuleGroupType & {
  /** The whole condition is one question: it is drawn in a group, and written without one. */
  readonly isLoneLeaf?: true;
};

/** Deeper than any rule may be; a condition beyond is not drawn. */
const MAX_DRAWN_DEPTH = 20;

/** Draws a condition tree as a query; `undefined` for what is none, which only the JSON can show. */
export function queryOf(condition: unknown): GroupQuery | undefined {
  const query = partOf(condition, 0);
  if (query === undefined) return undefined;
  return 'rules' in query ? query : { combinator: 'all', rules: [query], isLoneLeaf: true };
}

/** Writes a query as a condition tree: the opposite of `queryOf`, which gives back exactly the tree that was drawn. */
export function conditionOf(query: RuleGroupType): JsonObject {
  const [only, ...others] = query.rules;
  const isLoneLeaf = 'isLoneLeaf' in query && query.combinator === 'all' && others.length === 0;
  return isLoneLeaf && only !== undefined && !('rules' in only) ? leafOf(only) : groupOf(query);
}

function partOf(json: unknown, depth: number): GroupQuery | LeafQuery | undefined {
  const object = asObject(json);
  if (object === undefined || depth > MAX_DRAWN_DEPTH) return undefined;
  const [name, ...others] = Object.keys(object);
  if (others.length === 0) {
    if (name === 'all') return groupQuery('all', object['all'], depth);
    if (name === 'any') return groupQuery('any', object['any'], depth);
    if (name === 'not') return negatedQuery(object['not'], depth);
  }
  const { fact, op, ...value } = object;
  const [field, operator] = [asText(fact), asText(op)];
  return field === undefined || operator === undefined ? undefined : { field, operator, value };
}

/** "None of these" is `not` around `any`, or around one part by itself. */
function negatedQuery(json: unknown, depth: number): GroupQuery | undefined {
  const any = asArray(asObject(json)?.['any']);
  return any !== undefined && any.length > 1
    ? groupQuery('none', any, depth)
    : groupQuery('none', [json], depth);
}

function groupQuery(combinator: (typeof COMBINATORS)[number], json: unknown, depth: number) {
  const parts = asArray(json);
  const rules = (parts ?? []).flatMap((part) => partOf(part, depth + 1) ?? []);
  return rules.length === parts?.length ? { combinator, rules } : undefined;
}

function groupOf({ combinator, rules }: RuleGroupType): JsonObject {
  const parts = rules.map((part) => ('rules' in part ? groupOf(part) : leafOf(part)));
  const [only] = parts;
  if (combinator === 'any') return { any: parts };
  if (combinator === 'none') return { not: parts.length === 1 && only !== undefined ? only : { any: parts } };
  return { all: parts };
}

function leafOf({ field, operator, value }: RuleType): JsonObject {
  return { fact: field, op: operator, ...asObject(value) };
}
