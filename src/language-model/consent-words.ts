import { classify } from '../rules/compliance/classify.js';
import type { ConsentVocabulary } from '../rules/compliance/classification.js';

const CONSENT = 'The model’s answer is about consent, and only the compliance stage speaks of that.';
const PERSON = 'The model’s answer says that it is from a person.';

/** Claims and offers about being subscribed. Words of other languages are found by the detector, sentence by sentence. */
const CLAIM =
  /\b(?:un)?subscri(?:b|pt)|\bopt(?:ed|ing|s)?[\s-]?(?:\p{L}+\s)?(?:in|out)\b|\bmailing list\b|\b(?:desuscri|suscri|désinscri|désabonn|abonne|abmeld|abbestell|afmeld|uitschrijv|disiscri|descadastr)/iu;
/** As carriers write their keywords. */
const KEYWORD =
  /(?<!\p{L})(?:STOP(?:ALL)?|START|UNSTOP|HELP|CANCEL|END|QUIT|REVOKE|ARRET|ALTO|BAJA|AIDE|AYUDA)(?!\p{L})/u;
/** English only: the prompt asks the same of every language. */
const CLAIMS_TO_BE_A_PERSON =
  /\b(?:i(?:['’]?m| am)|this is|you(?:['’]re| are) (?:talking|speaking|chatting|texting) (?:to|with))\s+(?:a|an)?\s*(?:real |actual |live |living )*(?:human|person|man|woman)\b|\b(?:i(?:['’]?m| am) not|not)\s+(?:a|an)\s+(?:bot|robot|machine|ai|automatic)\b/iu;

/**
 * A sentence when a text speaks of consent or pretends to be a person; `undefined` when it does not. What a customer could have written
 * to change their consent is not said to them either: the same detector reads it, sentence by sentence.
 */
export function consentTrouble(text: string, vocabulary: ConsentVocabulary): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  if (CLAIM.test(plain) || KEYWORD.test(plain)) return CONSENT;
  const parts = [plain, ...plain.split(/[.!?\n。！？]+/u)].filter((part) => part.trim() !== '');
  const isConsent = parts.some((part) => !HARMLESS.includes(classify(part, vocabulary).class));
  if (isConsent) return CONSENT;
  return CLAIMS_TO_BE_A_PERSON.test(plain) ? PERSON : undefined;
}

/** A question like "who is this?" asks for help when a customer writes it, and changes nothing. */
const HARMLESS: readonly string[] = ['none', 'help'];
