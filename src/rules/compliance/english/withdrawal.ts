import {
  ABUSE,
  CONTACT_GERUNDS,
  CONTACT_VERBS,
  CONTACTED,
  DEICTIC,
  LIST,
  MESSAGES,
  NEGATIVE,
  PERSON_SUBJECT,
  PLURAL_DEICTIC,
  RECEIVE_VERBS,
} from './lexicon.js';
import { optOut, type ClauseFinding } from './rule.js';

const PERMISSION = /^(?:consent|permission|authorization|authorisation|consents|authorize|right)$/;

/** "I revoke my consent", "you do not have my permission to text me". */
export function consentWithdrawn(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => PERMISSION.test(word));
  if (at === -1) return undefined;
  const before = clause.slice(0, at);
  const withdrawn = before.findIndex((word) =>
    /^(?:revoke|revoking|withdraw|withdrawing|rescind|rescinding|cancel|remove|end|terminate|take|pull|retract)$/.test(
      word,
    ),
  );
  const undone = clause
    .slice(at + 1, at + 5)
    .some((word) =>
      /^(?:revoked|withdrawn|rescinded|removed|denied|cancelled|canceled|terminated)$/.test(word),
    );
  if (withdrawn !== -1 && !before.slice(0, withdrawn).some((word) => NEGATIVE.has(word)))
    return optOut('refusal.consent', withdrawn, at);
  if (undone) return optOut('refusal.consent', at, Math.min(at + 2, clause.length - 1));
  const denied = before.findIndex((word) =>
    /^(?:dont|didnt|havent|no|not|never|nolonger|without)$/.test(word),
  );
  const aboutContact = clause
    .slice(at + 1)
    .some(
      (word) =>
        CONTACT_VERBS.has(word) ||
        CONTACT_GERUNDS.has(word) ||
        MESSAGES.has(word) ||
        /^(?:this|these)$/.test(word) ||
        CONTACTED.has(word),
    );
  if (denied === -1 || before.slice(denied).join(' ').includes('have to')) return undefined;
  if (
    aboutContact ||
    (clause.length <= at + 1 && /^(?:consent|permission)$/.test(clause[at] ?? '') && clause.length <= 6)
  )
    return optOut('refusal.consent', denied, at);
  return undefined;
}

/** "Done with these messages", "sick of your texts", "enough with the texts". */
export function fedUp(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => /^(?:done|sick|tired|fed|enough|over|finished|through)$/.test(word));
  if (at === -1) return undefined;
  const link = clause
    .slice(at + 1, at + 4)
    .findIndex(
      (word) =>
        word === 'with' ||
        word === 'of' ||
        (word === 'your' && clause[at] === 'over') ||
        (word === 'these' && clause[at] === 'over'),
    );
  if (clause[at] === 'enough' && at === 0 && MESSAGES.has(clause[1] ?? '') && clause.length <= 3)
    return optOut('refusal.fed-up', 0, 1);
  if (link === -1) return undefined;
  const start = at + 1 + link + 1;
  const object = clause
    .slice(start, start + 4)
    .findIndex(
      (word) =>
        MESSAGES.has(word) ||
        CONTACT_GERUNDS.has(word) ||
        (PLURAL_DEICTIC.has(word) && RECEIVE_VERBS.has(clause[start] ?? '')) ||
        (ABUSE.has(word) && /^(?:this|your|these)$/.test(clause[start] ?? '')),
    );
  if (
    object === -1 ||
    clause.slice(0, at).some((word) => NEGATIVE.has(word) || PERSON_SUBJECT.has(word) || word === 'got')
  )
    return undefined;
  return optOut('refusal.fed-up', at, start + object);
}

/** "Your texts are not welcome here". */
export function unwelcome(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => MESSAGES.has(word) || CONTACT_GERUNDS.has(word));
  const verdict = clause.findIndex(
    (word, index) =>
      index > at &&
      (word === 'unwelcome' ||
        (/^(?:welcome|wanted|appreciated|allowed|permitted)$/.test(word) &&
          /^(?:not|arent|nolonger|isnt|never)$/.test(clause[index - 1] ?? ''))),
  );
  if (at === 0 && verdict !== -1 && /^(?:sms|texts|messages|texting)$/.test(clause[0] ?? ''))
    return optOut('refusal.unwelcome', at, verdict);
  return at !== -1 && verdict !== -1 && /^(?:your|these|this|such)$/.test(clause[0] ?? '')
    ? optOut('refusal.unwelcome', at, verdict)
    : undefined;
}

/** "I want these texts to stop", "I want nothing from you", "want this stopped". */
export function wantedEnd(clause: readonly string[]): ClauseFinding | undefined {
  const at = clause.findIndex((word) => /^(?:want|need|like|wish|have|get)$/.test(word));
  if (at === -1 || clause.slice(0, at).some((word) => NEGATIVE.has(word) || PERSON_SUBJECT.has(word)))
    return undefined;
  const rest = clause.slice(at + 1, at + 8);
  if (rest[0] === 'nothing' && /^(?:from|to)$/.test(rest[1] ?? ''))
    return optOut('refusal.unwanted', at, at + 2);
  if (
    rest[0] === 'out' &&
    rest[1] === 'of' &&
    rest.some((word) => MESSAGES.has(word) || LIST.has(word) || DEICTIC.has(word))
  )
    return optOut('refusal.unwanted', at, at + rest.length);
  const ended = rest.findIndex((word) => /^(?:stopped|stop|ended|cancelled|canceled|end|off)$/.test(word));
  if (ended <= 0) return undefined;
  const subject = rest.slice(0, ended);
  return subject.some(
    (word) => MESSAGES.has(word) || CONTACT_GERUNDS.has(word) || PLURAL_DEICTIC.has(word),
  ) ||
    (subject[0] === 'this' && subject.length <= 2 && rest[ended + 1] === undefined)
    ? optOut('refusal.wanted-end', at, at + 1 + ended)
    : undefined;
}
