import { asArray, asFilledText, type JsonObject } from '../messaging/untrusted.js';
import { LIBRARY_KINDS } from '../rulebook/library-kinds.js';
import type { DefinitionProblem } from '../rules/definition/rule-definition.js';
import { flowWarnings, parseFlowDefinition } from '../rules/flows/parse-flow.js';
import { LISTS, type Bundle, type BundleJson } from './bundle.js';
import { referenceProblems } from './bundle-references.js';
import { parseBundle } from './parse-bundle.js';
import { readYaml, writeYaml, type Place, type Position, type YamlFile } from './yaml-file.js';

/** One file of a directory. */
export type SourceFile = { readonly name: string; readonly text: string };

/** Something in a file that is wrong (`fail`) or worth a thought (`warn`), and what to do about it. */
export type FileFinding = Position & {
  readonly file: string;
  readonly level: 'fail' | 'warn';
  readonly message: string;
};

/** A directory of rules, read: `json` is what is sent to the server, `bundle` what could be read of it here. */
export type Directory = {
  readonly json: BundleJson;
  readonly bundle: Bundle;
  readonly findings: readonly FileFinding[];
  /** Whether every entry could be read; what entries name may be missing even so. */
  readonly isReadable: boolean;
  /** Where a pointer into `json` stands in the files. */
  readonly locate: (pointer: string) => Place & { readonly file: string };
};

/** The schema of the files, as a file beside them: editors cannot sign in to fetch it. */
export const SCHEMA_FILE = 'rules-file.schema.json';

/** Tells editors where the schema is. Source: https://github.com/redhat-developer/yaml-language-server#using-inlined-schema */
export const SCHEMA_COMMENT = `yaml-language-server: $schema=./${SCHEMA_FILE}`;

const LIST_NAMES: readonly string[] = Object.values(LISTS);

/** Reads the files of a directory as one bundle. Rules stand in the order of the files’ names, and in each file as they are written. */
export function readDirectory(sources: readonly SourceFile[]): Directory {
  const files = sources
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, text }) => readYaml(name, text));
  const merged = mergeFiles(files);
  const { bundle, problems } = parseBundle(merged.json);
  const broken =
    problems.length > 0 ? [] : referenceProblems([...bundle.library, ...bundle.rules], bundle.library);
  const warnings = thoughts(bundle);
  const findings = [
    ...files.flatMap((file) =>
      file.problems.map((problem) => ({ file: file.name, level: 'fail' as const, ...problem })),
    ),
    ...merged.findings,
    ...[...problems, ...broken].map((problem) => foundAt(problem, 'fail', merged.locate)),
    ...warnings.map((thought) => foundAt(thought, 'warn', merged.locate)),
  ];
  const isReadable = problems.length === 0 && findings.length === broken.length + warnings.length;
  return { json: merged.json, bundle, isReadable, findings: findings.sort(byPlace), locate: merged.locate };
}

/** A problem of the bundle as a finding of the file that it stands in. What is missing stands nowhere, so it is named. */
export function foundAt(
  { pointer, message }: DefinitionProblem,
  level: FileFinding['level'],
  locate: Directory['locate'],
): FileFinding {
  const { missing, ...place } = locate(pointer);
  return { ...place, level, message: missing === undefined ? message : `${missing}: ${message}` };
}

function thoughts({ library }: Bundle): readonly DefinitionProblem[] {
  return library.flatMap(({ kind, definition, pointer }) => {
    const reading = kind === 'flow' ? parseFlowDefinition(definition) : undefined;
    const warnings = reading?.ok === true ? flowWarnings(reading.definition) : [];
    return warnings.map((warning) => ({ ...warning, pointer: pointer + warning.pointer }));
  });
}

/** The files of a bundle, one for each kind; a kind without entries has none. */
export function writeDirectory(json: BundleJson): readonly SourceFile[] {
  return (['rule', ...LIBRARY_KINDS] as const).flatMap((kind) => {
    const list = LISTS[kind];
    const entries = json[list];
    if (entries.length === 0 && kind !== 'rule') return [];
    const version = asFilledText(json['version']);
    const content = { ...(version !== undefined && { version }), [list]: entries };
    return [{ name: `${list}.yaml`, text: writeYaml(SCHEMA_COMMENT, content) }];
  });
}

type Origin = { readonly file: YamlFile; readonly pointer: string };

type Merged = Pick<Directory, 'json' | 'findings' | 'locate'>;

function mergeFiles(files: readonly YamlFile[]): Merged {
  const lists: Record<string, JsonObject[]> = Object.fromEntries(LIST_NAMES.map((list) => [list, []]));
  const origins = new Map<string, Origin>();
  const findings: FileFinding[] = [];
  const others: Record<string, unknown> = {};
  const versions: string[] = [];
  for (const file of files) {
    for (const [name, value] of Object.entries(file.json)) {
      const target = lists[name];
      if (target !== undefined && (asArray(value) !== undefined || value === null)) {
        for (const [index, entry] of (asArray(value) ?? []).entries()) {
          origins.set(`/${name}/${target.length}`, { file, pointer: `/${name}/${index}` });
          // Whatever it is, it goes to the reader, which says what it has to be.
          target.push(entryOf(entry));
        }
      } else if (name === 'version') {
        const version = asFilledText(value);
        if (version !== undefined) versions.push(version);
      } else {
        if (target === undefined) others[name] = value;
        else {
          const message = 'Write a list: each entry begins with a hyphen.';
          findings.push({
            file: file.name,
            level: 'fail',
            ...file.positionOf(`/${name}`),
            message,
          });
        }
        origins.set(`/${name}`, { file, pointer: `/${name}` });
      }
    }
  }
  const [oldest] = versions.sort((one, other) => numberOf(one) - numberOf(other));
  const json = { ...others, ...bundleLists(lists), ...(oldest !== undefined && { version: oldest }) };
  const locate = (pointer: string) => {
    const [, list, index] = pointer.split('/');
    const entry = `/${list ?? ''}/${index ?? ''}`;
    const origin = origins.get(entry) ?? origins.get(`/${list ?? ''}`);
    const file = origin?.file ?? files[0];
    if (file === undefined) return { file: '', line: 1, column: 1 };
    const inside = origins.has(entry) ? pointer.slice(entry.length) : '';
    return { file: file.name, ...file.positionOf((origin?.pointer ?? '') + inside) };
  };
  return { json, findings, locate };
}

function entryOf(entry: unknown): JsonObject {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? { ...entry } : {};
}

function bundleLists(lists: Readonly<Record<string, readonly JsonObject[]>>): BundleJson {
  return {
    rules: lists[LISTS.rule] ?? [],
    schedules: lists[LISTS.schedule] ?? [],
    templates: lists[LISTS.template] ?? [],
    flows: lists[LISTS.flow] ?? [],
  };
}

/** Files that were exported at different times are as old as the oldest of them. */
function numberOf(version: string): number {
  return Number(version.split('-', 1)[0]);
}

function byPlace(one: FileFinding, other: FileFinding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
