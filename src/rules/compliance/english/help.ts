import { MESSAGES, ONE_MESSAGE } from './lexicon.js';
import { help, type ClauseFinding } from './rule.js';

const WHOLE_CLAUSES =
  /^(?:who(?:s| is| dis| are| r| iz) ?(?:this|dis|you|thisis|it|that|texting me|texting|messaging me|contacting me|calling me|sending (?:this|these|me these|me this))?(?: number)?|who this|who thisis|what(?:s| is)? (?:this|dis|this number|thisis|this text|this message)(?: (?:about|for|from|number|regarding|company))?|what (?:company|business|number) is this|who am i (?:talking|texting|speaking) (?:to|with)|who am i texting|who(?: is| are|s)? (?:you|this) (?:with|from)|whose number is this|who are you with|who sent (?:this|me this|these)|do i know you|name of company|what is this regarding)$/;

/** Questions about who writes and why: answered with the brand and a contact. */
export function senderQuestion(clause: readonly string[]): ClauseFinding | undefined {
  const and = clause.indexOf('and');
  if (and > 1 && /^wh(?:o|at)/.test(clause[and + 1] ?? '')) return senderQuestion(clause.slice(0, and));
  const text = clause.join(' ');
  if (clause.length <= 6 && WHOLE_CLAUSES.test(text)) return help('help.who', 0, clause.length - 1);
  if (!/^(?:what|why|whats)$/.test(clause[0] ?? '') || clause.length > 9) return undefined;
  const messages = clause.findIndex(
    (word) => MESSAGES.has(word) || ONE_MESSAGE.has(word) || /^(?:this|these)$/.test(word),
  );
  if (messages === -1) return undefined;
  const purpose =
    /^(?:what|whats) (?:are |is |r )?(?:these|this|the|those|your) (?:texts?|messages?|alerts?|notifications?|sms|updates)(?: (?:for|about|from|regarding))?$/.test(
      text,
    );
  const reason =
    /^why (?:am i|are you|do i|did i|you|do you|i) (?:get|getting|receiving|receive|texting|sending|messaging|contacting|keep getting)(?: (?:me|these|this|your|the|those|all|so|many|texts?|messages?|alerts?|sms|notifications?))*$/.test(
      text,
    );
  return purpose || reason ? help('help.why', 0, clause.length - 1) : undefined;
}
