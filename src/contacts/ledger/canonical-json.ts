/** What the ledger hashes: flat objects of texts, safe integers, truth values and null. */
export type CanonicalObject = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one spelling of an object as JSON, so that everybody computes the same hash: members sorted by UTF-16 code units, no spaces,
 * the shortest escapes. Lone surrogates become U+FFFD, as they do on their way into the database.
 * Source: https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(object: CanonicalObject): string {
  const members = Object.entries(object)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${spelled(value)}`);
  return `{${members.join(',')}}`;
}

function spelled(value: CanonicalObject[string] | undefined): string {
  return JSON.stringify(typeof value === 'string' ? value.toWellFormed() : (value ?? null));
}
