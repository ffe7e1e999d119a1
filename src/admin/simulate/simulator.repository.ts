import { Inject, Injectable } from '@nestjs/common';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import type { Connection } from '../../connections/connection.js';
import { NOTHING_SAID, type ConsentStanding, type ConsentState } from '../../contacts/consent-state.js';
import type { DomainEvent } from '../../events/domain-events.js';
import type { Address } from '../../messaging/address.js';
import { conversationLane, subjectLane } from '../../messaging/lane.js';
import { threadChannel, type Channel } from '../../messaging/channel.js';
import { brandOf } from '../../outbox/brand.js';
import { consentPolicyOf } from '../../outbox/consent-policy.js';
import { loadFacts } from '../../outbox/facts.repository.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { decide } from '../../rules/decide.js';
import type { Decision } from '../../rules/decision.js';
import type { Facts } from '../../rules/facts.js';
import { connectionsFor } from '../connections/connection-choice.js';
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
};

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
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async simulate(hypothesis: Hypothesis): Promise<Decision> {
    return this.database.$transaction(async (tx) => {
      await tx.$executeRaw`set transaction read only`;
      const known = await this.known(tx, hypothesis);
      const event = eventOf(hypothesis, known);
      const { facts, rulesVersion } = await loadFacts(tx, event, {
        brand: brandOf(this.runtime.config),
        ...consentPolicyOf(known.connection),
      });
      const complete = withNewcomer(facts, hypothesis);
      const standing = withSimulatedConsent(complete, event, known.standing, newId());
      return decide(event, standing, await this.liveRules.at(rulesVersion, tx), hypothesis.at);
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
  const newcomer = { id: newId(), tags: [], attributes: {}, consent: 'subscribed' } as const;
  const conversation = {
    id: newId(),
    channel: threadChannel(channel),
    theirAddress: address.value,
    ...(ourAddress !== undefined && { ourAddress: ourAddress.value }),
  };
  return { ...facts, contact: facts.contact ?? newcomer, conversation: facts.conversation ?? conversation };
}

async function ownerOf(tx: Transaction, { kind, canonical }: Address): Promise<string | undefined> {
  const owner = await tx.contactAddress.findUnique({
    where: { kind_canonical: { kind, canonical } },
    select: { contactId: true },
  });
  return owner?.contactId;
}

async function standingOf(tx: Transaction, contactId: string): Promise<ConsentStanding> {
  const [row] = await tx.$queryRaw<{ state: ConsentState; effective_at: Date | null }[]>`
    select state, effective_at from consent where contact_id = ${contactId}::uuid`;
  return row === undefined ? NOTHING_SAID : { state: row.state, effectiveAt: row.effective_at ?? undefined };
}
