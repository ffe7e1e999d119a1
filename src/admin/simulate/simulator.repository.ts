import { Inject, Injectable } from '@nestjs/common';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import type { Connection } from '../../connections/connection.js';
import { LiveConsentSettings } from '../../consent/settings/live-consent-settings.js';
import { vocabularyFacts } from '../../consent/settings/tenant-vocabulary.js';
import { readStandings } from '../../contacts/consent-standing.repository.js';
import { NOTHING_SAID, type ConsentStanding } from '../../contacts/consent-state.js';
import type { DomainEvent } from '../../events/domain-events.js';
import type { Address } from '../../messaging/address.js';
import { conversationLane, subjectLane } from '../../messaging/lane.js';
import { threadChannel, type Channel } from '../../messaging/channel.js';
import { brandOf } from '../../outbox/brand.js';
import { accountFactsOf } from '../../outbox/consent-policy.js';
import { loadFacts } from '../../outbox/facts.repository.js';
import { isFromUs } from '../../outbox/own-sender.js';
import { withReach } from '../../outbox/reach.repository.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { rulebookAt } from '../../rulebook/rulebook-at.repository.js';
import { decide } from '../../rules/decide.js';
import type { Decision, TraceNode } from '../../rules/decision.js';
import type { Facts } from '../../rules/facts.js';
import { explainRule } from '../../rules/match-rules.js';
import { connectionsFor } from '../connections/connection-choice.js';
import { rulebookWithDraft, type DraftRule } from './draft-rulebook.js';
import type { NamedPayload } from './event-payload.js';
import { withSimulatedConsent } from './simulated-consent.js';

/** An event that did not happen. */
export type Hypothesis = {
  readonly event: NamedPayload;
  readonly connection: Connection | undefined;
  readonly channel: Channel;
  /** The customer it concerns; absent for an event that concerns nobody we know. */
  readonly address: Address | undefined;
  readonly ourAddress: Address | undefined;
  readonly at: Date;
  /** A rule to explain by itself, whatever is decided. */
  readonly ruleId: string | undefined;
  /** A rule as if it had been saved; it is explained instead of `ruleId`. */
  readonly draft: DraftRule | undefined;
};

/** `rule` is what the rule says that was asked for; absent when no enabled rule with that id is about the event. */
export type Simulation = Decision & { readonly rule?: TraceNode };

type Known = {
  readonly connection: Connection | undefined;
  readonly contactId: string | undefined;
  readonly conversationId: string | undefined;
  readonly standing: ConsentStanding;
};

/** Decides about events that did not happen, by the live rules and the real facts. Nothing is stored and nothing is sent. */
@Injectable()
export class Simulator {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRegistry,
    private readonly liveRules: LiveRules,
    private readonly settings: LiveConsentSettings,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async simulate(hypothesis: Hypothesis): Promise<Simulation> {
    return this.database.$transaction(async (tx) => {
      await tx.$executeRaw`set transaction read only`;
      const known = await this.known(tx, hypothesis);
      const event = eventOf(hypothesis, known);
      const { facts, rulesVersion, settingsVersion } = await loadFacts(tx, event, {
        brand: brandOf(this.runtime.config),
        ...accountFactsOf(known.connection),
        isFromUs: isFromUs(event, this.connections.all()),
      });
      const { vocabulary } = await this.settings.at(settingsVersion, tx);
      const complete = withNewcomer({ ...facts, ...vocabularyFacts(vocabulary) }, hypothesis);
      const standing = withSimulatedConsent(complete, event, known.standing, newId());
      const { draft } = hypothesis;
      const rules =
        draft === undefined
          ? await this.liveRules.forRun(rulesVersion, facts.flow?.flowRevisionId, tx)
          : rulebookWithDraft(await rulebookAt(rulesVersion, tx), draft);
      const connections = this.connections.all();
      const reached = await withReach(tx, {
        event,
        facts: standing,
        rules,
        connections,
        holdsOriginal: false,
      });
      const situation = { event, facts: withOwnAddress(reached, hypothesis), now: hypothesis.at };
      const ruleId = draft?.id ?? hypothesis.ruleId;
      const rule = ruleId === undefined ? undefined : explainRule(rules, situation, ruleId);
      const decision = decide(event, situation.facts, rules, situation.now);
      return rule === undefined ? decision : { ...decision, rule };
    });
  }

  /** Who the customer is, and which conversation the event would belong to. */
  private async known(tx: Transaction, hypothesis: Hypothesis): Promise<Known> {
    const { address, channel, ourAddress } = hypothesis;
    const contactId = address === undefined ? undefined : await ownerOf(tx, address);
    const wanted = hypothesis.connection;
    const possible = wanted === undefined ? connectionsFor(this.connections, channel) : [wanted];
    if (contactId === undefined) {
      return { connection: possible[0], contactId, conversationId: undefined, standing: NOTHING_SAID };
    }
    const conversations = await tx.conversation.findMany({
      where: {
        contactId,
        channel: threadChannel(channel),
        connectionId: { in: possible.map(({ id }) => id) },
      },
      orderBy: { lastMessageAt: 'desc' },
      select: { id: true, connectionId: true, sides: { select: { ourAddress: true } } },
      take: 50,
    });
    const named = conversations.find(({ sides }) =>
      sides.some((side) => side.ourAddress === (ourAddress?.canonical ?? '')),
    );
    const conversation = named ?? (ourAddress === undefined ? conversations[0] : undefined);
    return {
      connection: possible.find(({ id }) => id === conversation?.connectionId) ?? possible[0],
      contactId,
      conversationId: conversation?.id,
      standing: await standingOf(tx, contactId),
    };
  }
}

function eventOf({ event, address, at }: Hypothesis, known: Known): DomainEvent {
  const { connection, contactId, conversationId } = known;
  const connectionId = connection?.id ?? newId();
  return {
    ...event,
    id: newId(),
    lane:
      address === undefined
        ? subjectLane(connectionId, 'simulated')
        : conversationLane(connectionId, address),
    occurredAt: at,
    connectionId,
    ...(contactId !== undefined && { contactId }),
    ...(conversationId !== undefined && { conversationId }),
  };
}

/** Somebody who writes for the first time becomes a contact with a conversation before anything is decided. */
function withNewcomer(facts: Facts, { address, channel, ourAddress }: Hypothesis): Facts {
  if (address === undefined) return facts;
  const newcomer = {
    id: newId(),
    tags: [],
    attributes: {},
    consent: 'subscribed',
    hasWrittenBefore: false,
  } as const;
  const conversation = {
    id: newId(),
    channel: threadChannel(channel),
    theirAddress: address.value,
    ...(ourAddress !== undefined && { ourAddress: ourAddress.value }),
  };
  return { ...facts, contact: facts.contact ?? newcomer, conversation: facts.conversation ?? conversation };
}

/** Somebody who writes for the first time can be reached where they write from. */
function withOwnAddress(facts: Facts, { address }: Hypothesis): Facts {
  if (facts.reach === undefined || facts.reach.addresses.length > 0 || address === undefined) return facts;
  const { kind, value } = address;
  return { ...facts, reach: { ...facts.reach, addresses: [{ kind, value }] } };
}

async function ownerOf(tx: Transaction, { kind, canonical }: Address): Promise<string | undefined> {
  const owner = await tx.contactAddress.findUnique({
    where: { kind_canonical: { kind, canonical } },
    select: { contactId: true },
  });
  return owner?.contactId;
}

async function standingOf(tx: Transaction, contactId: string): Promise<ConsentStanding> {
  return (await readStandings(tx, [contactId])).get(contactId) ?? NOTHING_SAID;
}
