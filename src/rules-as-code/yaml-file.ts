import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { asObject, type JsonObject } from '../messaging/untrusted.js';

/** Aliases are handy in rules; a few of them that double each other would fill the memory. */
const MAX_ALIASES = 100;

/** A line and a column of a file, both counted from 1. */
export type Position = { readonly line: number; readonly column: number };

export type YamlProblem = Position & { readonly message: string };

/** A YAML file, read. */
export type YamlFile = {
  readonly name: string;
  /** The object that it holds; empty where it holds nothing. */
  readonly json: JsonObject;
  readonly problems: readonly YamlProblem[];
  /** Where the value of a JSON pointer stands. */
  positionOf(pointer: string): Place;
};

/** Of a value that is not there: where that stands which it is missing from, and the path from there to it as `missing`. */
export type Place = Position & { readonly missing?: string };

/** Reads one document of YAML 1.2: `yes`, `no`, `09:00` and dates are texts there. */
export function readYaml(name: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    ...at(pos[0]),
    message: message.split('\n', 1)[0] ?? message,
  }));
  const positionOf = (pointer: string): Place => {
    const { offset, missing } = found(document, tokensOf(pointer));
    return { ...at(offset), ...(missing.length > 0 && { missing: missing.join('.') }) };
  };
  if (document.errors.length > 0) return { name, json: {}, problems, positionOf };
  const reading = plainJson(document);
  const json = reading.ok ? reading.json : undefined;
  if (json === null) return { name, json: {}, problems, positionOf };
  const object = asObject(json);
  if (object !== undefined) return { name, json: object, problems, positionOf };
  const message = reading.ok ? 'Write a file with: rules, schedules, templates, flows.' : reading.message;
  return { name, json: {}, problems: [...problems, { line: 1, column: 1, message }], positionOf };
}

/** JSON as YAML that reads back as the same, with a comment before it. */
export function writeYaml(comment: string, json: JsonObject): string {
  const body = stringify(json, { lineWidth: 0, aliasDuplicateObjects: false });
  return `${comment
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n')}\n${body}`;
}

type PlainJson =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly message: string };

function plainJson(document: Document): PlainJson {
  try {
    return { ok: true, json: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'This cannot be read.' };
  }
}

/** Source: RFC 6901, section 4, https://www.rfc-editor.org/rfc/rfc6901 */
function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

type Found = { readonly offset: number; readonly missing: readonly string[] };

function found(document: Document, tokens: readonly string[]): Found {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, token] of tokens.entries()) {
    const parent = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(parent)) {
      node = parent.items[Number(token)];
      offset = startOf(node) ?? offset;
    } else if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(isScalar(key) ? key.value : key) === token);
      if (pair === undefined) return { offset, missing: tokens.slice(index) };
      node = pair.value;
      // A text is shown where it stands, a whole block where its name stands.
      offset = (isScalar(node) ? startOf(node) : undefined) ?? startOf(pair.key) ?? offset;
    } else return { offset, missing: tokens.slice(index) };
  }
  return { offset, missing: [] };
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}
