import type { ConsentVocabulary } from '../../rules/compliance/classification.js';
import type { Facts } from '../../rules/facts.js';
import type { ConsentSettings } from './consent-settings.js';

/** The settings as the detector takes them. The same object for every message, so that their words are folded once. */
export function vocabularyOf({ keywords, categories }: ConsentSettings): ConsentVocabulary {
  return {
    extraOptOutKeywords: keywords.optOut,
    extraOptInKeywords: keywords.optIn,
    extraHelpKeywords: keywords.help,
    categories,
  };
}

/** What a decision is told of them. It is stored with every decision, so it is left out where nothing was added. */
export function vocabularyFacts(vocabulary: ConsentVocabulary): Pick<Facts, 'consentVocabulary'> {
  const {
    extraOptOutKeywords = [],
    extraOptInKeywords = [],
    extraHelpKeywords = [],
    categories,
  } = vocabulary;
  const hasOwnWords =
    extraOptOutKeywords.length + extraOptInKeywords.length + extraHelpKeywords.length + categories.length > 0;
  return hasOwnWords ? { consentVocabulary: vocabulary } : {};
}
