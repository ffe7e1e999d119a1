import type { Place } from '../definition/definition-problems.js';

/** `all` names the scope of everything, and so no category. */
export const CATEGORY_KEY = /^(?!all$)[a-z][a-z0-9_-]{0,39}$/;

/** The key of a message category. Whether there is such a category, who reads a rule or a setting has to ask. */
export function readCategoryKey(value: unknown, place: Place): string | undefined {
  if (typeof value === 'string' && CATEGORY_KEY.test(value)) return value;
  place.refuse(
    'Write the key of a category: 1 to 40 lower-case letters, digits, - and _, a letter first, and not "all".',
  );
  return undefined;
}
