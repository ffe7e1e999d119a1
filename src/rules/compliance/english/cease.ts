import { CONTACT_GERUNDS, END_VERBS, NUMBER, SELF, STOP_VERBS } from './lexicon.js';
import { senderQuestion } from './help.js';
import { ceaseObject, isTimeLimited, type CeaseObject } from './objects.js';
import type { ClauseFinding, Surroundings } from './rule.js';
import { stanceAt, type Stance } from './stance.js';
import { isAffectionate, unclear } from './unclear.js';
import { wrongParty } from './wrong-party.js';

/** "Not interested stop", "who is this stop": people leave the full stop out. */
function followsCompleteThought(clause: readonly string[], verbAt: number): boolean {
  if (verbAt === 0 || clause[verbAt] !== 'stop') return false;
  const before = clause.slice(0, verbAt);
  if (verbAt === clause.length - 1 && before[0] === 'thisis' && NUMBER.has(before.at(-1) ?? '')) return true;
  const alone: Surroundings = {
    alone: true,
    numberMentioned: false,
    contactMentioned: false,
    strangerMentioned: false,
    deathMentioned: false,
  };
  return (senderQuestion(before) ?? unclear(before, alone) ?? wrongParty(before)) !== undefined;
}

/** One key beside "stop", and a word of its own: an order when it opens a clause that goes on as "stop texting me" does. */
function isSlipOfStop(clause: readonly string[], at: number): boolean {
  return (
    /^(?:stoop|step|slop|spot|atop)$/.test(clause[at] ?? '') &&
    (at === 0 || /^(?:please|pls|plz|just|and|so)$/.test(clause[at - 1] ?? '')) &&
    CONTACT_GERUNDS.has(clause[at + 1] ?? '') &&
    SELF.has(clause[at + 2] ?? '')
  );
}

/** Stops, ends and cancellations, and what they are about. */
export function ceaseRule(clause: readonly string[], verbAt: number): ClauseFinding | undefined {
  const verb = clause[verbAt] ?? '';
  const stops = STOP_VERBS.has(verb) || isSlipOfStop(clause, verbAt);
  if (!stops && !END_VERBS.has(verb)) return undefined;
  const stance = followsCompleteThought(clause, verbAt) ? 'request' : stanceAt(clause, verbAt);
  if (stance === 'else') return undefined;
  const object = ceaseObject(clause, verbAt);
  const at = { from: verbAt, to: Math.max(verbAt, object.end) };
  const verdict = stops ? stopVerdict(stance, object, clause) : endVerdict(stance, object);
  return verdict === undefined ? undefined : { ...verdict, ...at };
}

type Verdict = Omit<ClauseFinding, 'from' | 'to'>;
const optOut = (ruleId: string): Verdict => ({ class: 'opt_out', ruleId, confidence: 'likely' });
const hold = (ruleId: string): Verdict => ({ class: 'hold', ruleId, confidence: 'possible' });

function stopVerdict(stance: Stance, object: CeaseObject, clause: readonly string[]): Verdict | undefined {
  const asks = stance === 'request' || stance === 'wish' || stance === 'how' || stance === 'reported';
  switch (object.kind) {
    case 'contact':
      if (isTimeLimited(clause, object.end)) return hold('cease.limited');
      return stance === 'complaint' ? hold('cease.complaint') : optOut('cease.contact');
    case 'pestering':
      return stance === 'request' && !isAffectionate(clause) ? hold('cease.pestering') : undefined;
    case 'everything':
      return asks ? optOut('cease.everything') : undefined;
    case 'deictic':
      if (!asks || stance === 'reported') return undefined;
      return optOut('cease.deictic');
    case 'nothing':
      if (stance === 'request' || stance === 'reported') return { ...optOut('cease.bare'), bare: true };
      return stance === 'wish' || stance === 'how' ? hold('cease.objectless') : undefined;
    case 'new-clause':
      return stance === 'request' || stance === 'reported'
        ? { ...optOut('cease.bare'), bare: true }
        : undefined;
    case 'limited':
      return stance === 'request' ? hold('cease.limited') : undefined;
    case 'subscription':
      return asks ? hold('cease.subscription') : undefined;
    case 'other':
      return undefined;
    default: {
      const never: never = object.kind;
      return never;
    }
  }
}

function endVerdict(stance: Stance, object: CeaseObject): Verdict | undefined {
  const asks = stance === 'request' || stance === 'wish' || stance === 'how' || stance === 'unknown';
  if (!asks) return undefined;
  switch (object.kind) {
    case 'contact':
      return optOut('cease.messages');
    case 'subscription':
      return hold('cease.subscription');
    case 'deictic':
    case 'everything':
    case 'nothing':
    case 'new-clause':
      return stance === 'unknown' ? undefined : hold('cease.objectless');
    case 'limited':
    case 'pestering':
    case 'other':
      return undefined;
    default: {
      const never: never = object.kind;
      return never;
    }
  }
}
