/** How many different statements a connection keeps prepared; beyond it, statements are planned each time. */
const MAX_NAMES = 500;

/**
 * Names statements by their text, so that PostgreSQL parses and plans each one once for a connection and not for every message. The texts
 * are the program's own: values travel as parameters.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MAX_NAMES) return '';
    const name = `heed_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
