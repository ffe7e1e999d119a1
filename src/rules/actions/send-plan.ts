import type { Address } from '../../messaging/address.js';
import { threadChannel } from '../../messaging/channel.js';
import type { Channel } from '../../messaging/channel.js';
import type { PlannedSend } from '../decision.js';
import { templateScope } from '../replies/template-variables.js';
import type { Rendering } from '../replies/template.js';
import { repliesReason } from '../guards/budgets.js';
import type { CompiledRule } from '../rule-set.js';
import type { Situation } from '../stage.js';
import { progressOf } from '../conditions/delivery-facts.js';
import type { CompiledAct } from './compiled-actions.js';
import type { OriginalMessage, ReachableConnection, ReachFacts } from './reach-facts.js';

type SendAct = Extract<CompiledAct, { kind: 'send' }>;

export type SendPlan =
  { readonly ok: true; readonly send: PlannedSend } | { readonly ok: false; readonly why: string };

/** What could not leave for a day answers a question nobody asks any more. */
const EXPIRY_MS = 24 * 60 * 60 * 1_000;
/** Compliance texts belong to the conversation in which they were asked for. */
const REPLACEABLE_KINDS = ['reply', 'manual', 'resend'];

/** Plans a message by another channel or connection, or says why there is none. Its consent is asked about when it leaves. */
export function planSend(act: SendAct, rule: CompiledRule, situation: Situation): SendPlan {
  const { event, facts } = situation;
  const { reach, contact } = facts;
  if (contact === undefined || reach === undefined)
    return refused('nobody that we know belongs to this event');
  const kind = progressOf(event)?.messageKind;
  const original = kind === undefined ? undefined : reach.original;
  const obstacle = kind === undefined ? undefined : failoverObstacle(kind, original);
  if (obstacle !== undefined) return refused(obstacle);
  // What the account there may spend, the permit asks when it leaves.
  const overBudget = repliesReason(situation);
  if (overBudget !== undefined) return refused(overBudget);
  const connection = chooseConnection(act, situation, reach);
  if (typeof connection === 'string') return refused(connection);
  const address = chooseAddress(
    act.channel,
    reach,
    original?.theirAddress ?? facts.conversation?.theirAddress,
  );
  if (address === undefined) return refused(`the contact has no ${ADDRESS_WORDS[act.channel]}`);
  // What stands in for a message is of its kind: who has left that kind does not get it by another way either.
  const category = original?.category ?? rule.category;
  const text = textOf(act, original, situation);
  if (!text.ok) return refused(`its text could not be made. ${text.why}`);
  return {
    ok: true,
    send: {
      kind: 'send',
      slot: `${rule.revisionId}:${act.actionIndex}`,
      ruleRevisionId: rule.revisionId,
      channel: threadChannel(act.channel),
      connectionId: connection.id,
      connection: connection.name,
      theirAddress: address,
      text: text.text,
      ...(category === undefined ? {} : { category }),
      expiresAfterMs: EXPIRY_MS,
      ...(original === undefined ? {} : { failoverOfId: original.id }),
    },
  };
}

const ADDRESS_WORDS: Readonly<Record<Channel, string>> = {
  sms: 'number',
  mms: 'number',
  imessage: 'number',
  whatsapp: 'number',
  email: 'e-mail address',
};

/** One message stands in for one that did not arrive, and none for that one: otherwise two rules could go on for ever. */
function failoverObstacle(kind: string, original: OriginalMessage | undefined): string | undefined {
  if (!REPLACEABLE_KINDS.includes(kind)) return `a ${kind} is sent in its own conversation only`;
  if (original === undefined) return 'the message that did not arrive is not on record';
  if (original.isSubstitute) return 'the message that did not arrive stood in for another one already';
  if (original.hasSubstitute) return 'another message stands in for it already';
  if (original.status === 'delivered' || original.status === 'read') return 'it was delivered after all';
  return undefined;
}

/** The named connection, or the first that carries the channel; never the route that has just failed. A sentence when there is none. */
function chooseConnection(
  act: SendAct,
  { event, facts }: Situation,
  { connections }: ReachFacts,
): ReachableConnection | string {
  const failedChannel = progressOf(event)?.channel;
  const isFailedRoute = ({ id }: ReachableConnection) =>
    failedChannel !== undefined &&
    id === event.connectionId &&
    threadChannel(failedChannel) === threadChannel(act.channel);
  const carrying = connections.filter(({ channels }) => channels.includes(act.channel));
  if (act.connection !== undefined) {
    const named = carrying.find(({ name }) => name === act.connection);
    if (named === undefined) return `no enabled connection ${act.connection} sends by ${act.channel}`;
    return isFailedRoute(named) ? `${act.connection} is the way by which it did not arrive` : named;
  }
  const possible = carrying.filter((each) => !isFailedRoute(each));
  const own = possible.find(({ id }) => id === event.connectionId && facts.conversation !== undefined);
  return own ?? possible[0] ?? `no other connection sends by ${act.channel}`;
}

/** The address that was written to, if this channel can use it; otherwise the one that has been known the longest. */
function chooseAddress(
  channel: Channel,
  { addresses }: ReachFacts,
  current: string | undefined,
): string | undefined {
  const usable = addresses.filter(({ kind }) => kindsOf(channel).includes(kind));
  return (usable.find(({ value }) => value === current) ?? usable[0])?.value;
}

function kindsOf(channel: Channel): readonly Address['kind'][] {
  switch (channel) {
    case 'sms':
    case 'mms':
    case 'imessage':
      return ['phone'];
    case 'whatsapp':
      return ['phone', 'opaque'];
    case 'email':
      return ['email'];
    default: {
      const never: never = channel;
      return never;
    }
  }
}

function textOf(
  { text }: SendAct,
  original: OriginalMessage | undefined,
  { event, facts, now }: Situation,
): Rendering {
  if (text !== undefined) return text.render(templateScope(event, facts, now));
  return original === undefined || original.text === ''
    ? { ok: false, why: 'There is no message whose text it could repeat.' }
    : { ok: true, text: original.text };
}

function refused(why: string): SendPlan {
  return { ok: false, why };
}
