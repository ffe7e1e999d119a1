import type { Decision } from '../rules/decision.js';
import { MOST_COUNTED } from '../rules/definition/parse-limits.js';
import type { Facts } from '../rules/facts.js';
import { guardFacts, type RuleFiring } from '../rules/guards/guard-facts.js';
import type { CompiledRuleSet } from '../rules/rule-set.js';

/**
 * When rules last fired for each contact, as it would have been: cooldowns and other limits count from firings, and those that are on
 * record were made by the rules of their time. Each contact begins with what was on record at their first event.
 */
export class ReplayedFirings {
  private readonly byContact = new Map<string, readonly RuleFiring[]>();

  /** The facts with the firings of this replay instead of those on record. */
  in(facts: Facts): Facts {
    if (facts.contact === undefined) return facts;
    const firings = this.byContact.get(facts.contact.id);
    return firings === undefined ? facts : withFirings(facts, firings);
  }

  /** Counts what was decided upon facts that `in` gave. */
  note(facts: Facts, { firedRuleIds, supersedes = [] }: Decision, now: Date): void {
    if (facts.contact === undefined) return;
    const answeredTogether = new Set(supersedes.map(({ ruleId }) => ruleId));
    const { firings } = guardFacts(facts);
    this.byContact.set(
      facts.contact.id,
      firedRuleIds.reduce<readonly RuleFiring[]>((all, ruleId) => {
        const place = placeOf(ruleId, facts);
        const known = all.find((firing) => isSamePlace(firing, place));
        const earlier = known?.at.slice(answeredTogether.has(ruleId) ? 1 : 0) ?? [];
        const fired = { ...place, at: [now.toISOString(), ...earlier].slice(0, MOST_COUNTED) };
        return [fired, ...all.filter((firing) => firing !== known)];
      }, firings),
    );
  }
}

export function withFirings(facts: Facts, firings: readonly RuleFiring[]): Facts {
  return { ...facts, guards: { ...guardFacts(facts), firings } };
}

/** Whether anything these rules do depends on when they fired. */
export function countsFirings({ byEvent }: CompiledRuleSet): boolean {
  return [...byEvent.values()]
    .flat()
    .some(({ limits: { cooldown, atMost, once } }) => (cooldown ?? atMost ?? once) !== undefined);
}

type Place = Omit<RuleFiring, 'at'>;

function placeOf(ruleId: string, { conversation }: Facts): Place {
  return {
    ruleId,
    channel: conversation?.channel ?? '',
    ...(conversation !== undefined && { conversationId: conversation.id }),
  };
}

function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.ruleId === other.ruleId &&
    one.channel === other.channel &&
    one.conversationId === other.conversationId
  );
}
