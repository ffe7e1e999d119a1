const MAX_KEY_LENGTH = 80;

/** The key of a rule: lower-case letters, digits and hyphens. */
export const RULE_KEY = new RegExp(`^[a-z0-9][a-z0-9-]{0,${MAX_KEY_LENGTH - 1}}$`);

export function isRuleKey(value: unknown): value is string {
  return typeof value === 'string' && RULE_KEY.test(value);
}

/** A key that a rule of this name can have, unlike any that is taken: `Opening hours` becomes `opening-hours`, or `opening-hours-2`. */
export function keyForName(name: string, taken: ReadonlySet<string> = new Set()): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const short = trimmed(words.slice(0, MAX_KEY_LENGTH - 8)) || 'rule';
  if (!taken.has(short)) return short;
  let number = 2;
  while (taken.has(`${short}-${number}`)) number += 1;
  return `${short}-${number}`;
}

function trimmed(words: string): string {
  return words.replace(/^-/, '').replace(/-$/, '');
}
