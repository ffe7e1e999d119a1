import type { DomainEvent, DomainEventName } from '../../events/domain-events.js';
import type { Channel } from '../../messaging/channel.js';
import { threadChannel } from '../../messaging/channel.js';
import { decide } from '../decide.js';
import type { Decision } from '../decision.js';
import type { ContactFacts, Facts } from '../facts.js';
import type { Library } from '../library.js';
import { compileRules } from '../rule-set.js';
import type { CompiledRuleSet } from '../rule-set.js';
import type { CompiledFlow } from './compiled-flow.js';
import type { ActiveRun } from './run-state.js';

/** A conversation to try a flow with. A text that is null is none: the customer lets the time run out. */
export type TrialScript = {
  readonly texts: readonly (string | null)[];
  readonly channel: Channel;
  readonly at: Date;
  readonly brand: Facts['brand'];
};

/** What was decided upon one text, and where the flow stands then; without a run it is over. */
export type TrialTurn = {
  readonly text: string | null;
  readonly decision: Decision;
  readonly run?: ActiveRun;
};

const MINUTE_MS = 60_000;
const OPENING = 'Hello';

/**
 * Plays a conversation with a new customer through the same `decide` as real traffic: a rule starts the flow, then one text after the other is
 * answered, a minute apart. Nobody else's rules are asked; stopping and help are honoured as ever. Nothing is stored.
 */
export function tryFlow(flow: CompiledFlow, library: Library, script: TrialScript): readonly TrialTurn[] {
  const rules = startingOnly(flow, library);
  let contact: ContactFacts = { id: 'trial', tags: [], attributes: {}, consent: 'subscribed' };
  let run: ActiveRun | undefined;
  const play = (text: string | null, index: number): TrialTurn => {
    const waited = text === null && run?.waitUntil !== undefined ? Date.parse(run.waitUntil) : undefined;
    const now = new Date(waited ?? script.at.getTime() + index * MINUTE_MS);
    const event = eventOf(text, run, script, now, index);
    const decision = decide(
      event,
      factsOf(script, contact, run),
      index === 0 ? rules.starting : rules.silent,
      now,
    );
    run = runAfter(decision, run);
    contact = contactAfter(contact, decision);
    return { text, decision, ...(run !== undefined && { run }) };
  };
  return [OPENING, ...script.texts].map(play);
}

/** A rule that starts the flow with whatever comes first, and none for what comes then. */
function startingOnly(
  flow: CompiledFlow,
  library: Library,
): { readonly starting: CompiledRuleSet; readonly silent: CompiledRuleSet } {
  const known: Library = {
    ...library,
    flows: new Map([[flow.name, flow]]),
    flowRevisions: new Map([[flow.revisionId, flow]]),
  };
  const definition = {
    name: `Start ${flow.name}`.slice(0, 120),
    enabled: true,
    mode: 'live',
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ startFlow: flow.name }],
    limits: {},
    continue: false,
    tests: [],
  } as const;
  const starting = { id: 'trial', revisionId: 'trial', number: 1, position: 1, definition };
  return { starting: compileRules([starting], known), silent: compileRules([], known) };
}

function factsOf({ brand, channel }: TrialScript, contact: ContactFacts, run: ActiveRun | undefined): Facts {
  return {
    brand,
    contact,
    conversation: { id: 'trial', channel: threadChannel(channel), theirAddress: 'trial' },
    ...(run !== undefined && { flow: run }),
    providerConfirmsOptOut: false,
    answersHelpAlways: false,
  };
}

function eventOf(
  text: string | null,
  run: ActiveRun | undefined,
  { channel }: TrialScript,
  occurredAt: Date,
  index: number,
): DomainEvent {
  const envelope = { id: `trial-${index}`, lane: 'trial', occurredAt, connectionId: 'trial' };
  if (text === null) {
    const { id = '', step = '', steps = 0 } = run ?? {};
    const name: DomainEventName = 'flow.timed_out';
    return { ...envelope, name, payload: { runId: id, flow: '', step, steps } };
  }
  return {
    ...envelope,
    name: 'message.received',
    payload: { channel, from: 'trial', text, attachments: [], isAutomatic: false },
  };
}

function runAfter({ effects }: Decision, before: ActiveRun | undefined): ActiveRun | undefined {
  const moved = effects.flatMap((effect) => (effect.kind === 'flow' ? [effect.state] : [])).at(-1);
  if (moved === undefined) return before;
  const { status, reason: _reason, ...run } = moved;
  return status === 'active' ? { id: 'trial', ...run } : undefined;
}

/** Tags and attributes that the flow sets are seen by its later steps. */
function contactAfter(contact: ContactFacts, { effects }: Decision): ContactFacts {
  const tags = new Set(contact.tags);
  const attributes = new Map(Object.entries(contact.attributes));
  for (const effect of effects) {
    if (effect.kind === 'tag') tags.add(effect.tag);
    if (effect.kind === 'untag') tags.delete(effect.tag);
    if (effect.kind !== 'attribute') continue;
    if (effect.value === null) attributes.delete(effect.name);
    else attributes.set(effect.name, effect.value);
  }
  return { ...contact, tags: [...tags], attributes: Object.fromEntries(attributes) };
}
