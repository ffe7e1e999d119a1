import type { Facts } from '../facts.js';

/** What people call a category; its key when it is not configured any more. */
export function categoryName({ consentVocabulary }: Pick<Facts, 'consentVocabulary'>, key: string): string {
  return consentVocabulary?.categories.find((category) => category.key === key)?.name ?? key;
}
