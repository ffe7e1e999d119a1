import { spokenInstant } from '../definition/duration.js';
import { ending, passed, stopped } from '../stage.js';
import type { Situation, StageResult } from '../stage.js';
import { guardFacts, type KillSwitch } from './guard-facts.js';

/** The scope of everything automatic. */
export const EVERYTHING = 'all';

export function connectionScope(connectionId: string): string {
  return `connection:${connectionId}`;
}

export function groupScope(group: string): string {
  return `group:${group}`;
}

/** Somebody has switched automatic replies off, everywhere or on this connection. Consent words were answered before this is asked. */
export function killSwitchStage({ event, facts, now }: Situation): StageResult {
  const { killSwitches } = guardFacts(facts);
  const inForce = [EVERYTHING, connectionScope(event.connectionId)]
    .map((scope) => killSwitches.find((each) => each.scope === scope))
    .find((each) => each !== undefined);
  if (inForce === undefined) return passed('kill switch', 'Automatic replies are switched on.');
  const what =
    inForce.scope === EVERYTHING ? 'automatic replies are' : 'automatic replies of this connection are';
  return stopped('kill switch', ending('paused', `No reply: ${what} ${switchedOff(inForce, now)}`));
}

/** A sentence when the group of a rule is switched off; `undefined` when it may fire. */
export function groupObstacle(
  rule: { readonly name: string; readonly group?: string },
  { facts, now }: Situation,
): string | undefined {
  const { group } = rule;
  if (group === undefined) return undefined;
  const inForce = guardFacts(facts).killSwitches.find(({ scope }) => scope === groupScope(group));
  if (inForce === undefined) return undefined;
  return `No reply: rule "${rule.name}" matched, but its group "${group}" is ${switchedOff(inForce, now)}`;
}

function switchedOff({ actor, reason, since }: KillSwitch, now: Date): string {
  const when = spokenInstant(new Date(since), now);
  return `switched off since ${when} by ${actor}, until somebody switches on again (${reason.slice(0, 120)}).`;
}
