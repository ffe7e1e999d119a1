/** What the ledger hashes: flat objects of texts, safe integers, truth values and null. */
export type CanonicalObject = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one spelling of an object as JSON, so that everybody computes the same hash: members sorted by UTF-16 code units, no spaces,
 * the shortest escapes. Lone surrogates become U+FFFD, as they do on their way into the database.
 * Source: https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(object: CanonicalObject): string {
  const names = Object.keys(object);
  if (isCanonical(object, names)) return JSON.stringify(object);
  const members = names
    .sort((one, other) => (one < other ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${spelled(object[name])}`);
  return `{${members.join(',')}}`;
}

/** Whether the one spelling is the one that `JSON.stringify` gives. It is four times faster, and a proof spells two objects for each entry. */
function isCanonical(object: CanonicalObject, names: readonly string[]): boolean {
  let previous = '';
  for (const name of names) {
    const value = object[name];
    if (name < previous || value === undefined) return false;
    if (typeof value === 'string' && !value.isWellFormed()) return false;
    previous = name;
  }
  return true;
}

function spelled(value: CanonicalObject[string] | undefined): string {
  return JSON.stringify(typeof value === 'string' ? value.toWellFormed() : (value ?? null));
}
