import { classify } from './classify.js';
import {
  CLARIFIED_NO,
  NO_TENANT_WORDS,
  type Classification,
  type ConsentVocabulary,
  type OptOutScope,
} from './classification.js';
import { readConsent, type ConsentMessage } from './consent-reading.js';

/** What a customer's words do to their consent, and the reading that says so. */
export type ConsentMeaning = {
  readonly action: 'revoke' | 'grant' | 'hold' | 'release';
  /** They answer the question what an unclear message meant, and mean nothing to anybody who was not asked. */
  readonly isAnswer: boolean;
  readonly understood: Classification;
  /** The words that say so, as they were written. */
  readonly said: string;
};

/** The longest answer to our question, "yes please" in any language; anything longer is read as it stands. */
const MAX_ANSWER_LENGTH = 30;

/** `undefined` for words that leave consent as it is: ordinary ones, and a request for help. */
export function consentMeaning(
  message: ConsentMessage,
  vocabulary: ConsentVocabulary = NO_TENANT_WORDS,
): ConsentMeaning | undefined {
  const { text: said, meaning: plain } = readConsent(message, vocabulary);
  const action = actionOf(plain);
  if (action !== undefined) return { action, isAnswer: false, understood: plain, said };
  if (plain.normalised.length > MAX_ANSWER_LENGTH) return undefined;
  const answer = classify(said, { ...vocabulary, pendingClarification: true });
  const answered = actionOf(answer);
  return answered === undefined ? undefined : { action: answered, isAnswer: true, understood: answer, said };
}

function actionOf(understood: Classification): ConsentMeaning['action'] | undefined {
  switch (understood.class) {
    case 'opt_out':
      return 'revoke';
    case 'opt_in':
      return 'grant';
    case 'hold':
      return 'hold';
    case 'help':
    case 'none':
      return understood.ruleId === CLARIFIED_NO ? 'release' : undefined;
    default: {
      const never: never = understood.class;
      return never;
    }
  }
}

/** How a scope is written in the ledger: `all`, or the name of the category. */
export function scopeName(scope: OptOutScope): string {
  return scope === 'all' ? scope : scope.category;
}
