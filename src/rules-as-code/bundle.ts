import { asArray, asObject, type JsonObject } from '../messaging/untrusted.js';
import type { LibraryDefinition, LibraryKind } from '../rulebook/library-kinds.js';
import type { DefinitionProblem, RuleDefinition } from '../rules/definition/rule-definition.js';

/** A request with a bundle is at most this large; 10,000 rules are some 6 MiB. */
export const BUNDLE_LIMIT_BYTES = 16 * 1024 * 1024;

/** The lists of a file, by what stands in them. */
export const LISTS = {
  rule: 'rules',
  schedule: 'schedules',
  template: 'templates',
  flow: 'flows',
} as const satisfies Record<BundleKind, string>;

export type BundleKind = 'rule' | LibraryKind;

/** A rule as a file has it. Its place among the rules of the bundle is its place in the order. */
export type RuleEntry = {
  readonly kind: 'rule';
  /** By which it is known again, whatever its name becomes. */
  readonly key: string;
  /** Of a rule that had no key when it was exported. */
  readonly id?: string;
  readonly definition: RuleDefinition;
  /** Where it stands in the bundle: `/rules/3`. */
  readonly pointer: string;
};

/** A schedule, template or flow as a file has it; it is known again by its name. */
export type LibraryEntry = {
  readonly kind: LibraryKind;
  readonly key: string;
  readonly definition: LibraryDefinition;
  readonly pointer: string;
};

/** Everything that the files of a directory say, read. */
export type Bundle = {
  /** Which state of which Heed it was exported from: see `stateTag`. Absent for files that were written by hand. */
  readonly version?: string;
  readonly rules: readonly RuleEntry[];
  readonly library: readonly LibraryEntry[];
};

/** `bundle` holds what could be read; with problems it is not whole. Pointers are those of the bundle's JSON. */
export type BundleReading = { readonly bundle: Bundle; readonly problems: readonly DefinitionProblem[] };

/** A bundle as JSON, the shape of its files: `{version, rules: […], schedules: […], templates: […], flows: […]}`. */
export type BundleJson = JsonObject & Readonly<Record<(typeof LISTS)[BundleKind], readonly JsonObject[]>>;

/** A bundle as a server answers it; what is no list of objects counts as none. */
export function bundleJsonOf(json: JsonObject): BundleJson {
  const list = (name: string): readonly JsonObject[] =>
    (asArray(json[name]) ?? []).map(asObject).filter((each) => each !== undefined);
  return {
    ...json,
    rules: list(LISTS.rule),
    schedules: list(LISTS.schedule),
    templates: list(LISTS.template),
    flows: list(LISTS.flow),
  };
}
