import { Injectable } from '@nestjs/common';
import { readTerms } from '../../language-model/model-terms.js';
import { CHANNELS } from '../../messaging/channel.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { ListPosition } from '../lists/cursor.js';
import { positionOf } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';
import type { NewMessage } from '../messages/new-message.views.js';
import type { ModelCallDetailView, ModelCallQuery, ModelCallView } from './model-call.views.js';

const LISTED = {
  id: true,
  state: true,
  mode: true,
  terms: true,
  ruleRevisionId: true,
  domainEventId: true,
  contactId: true,
  conversationId: true,
  inboundMessageId: true,
  promptHash: true,
  model: true,
  topic: true,
  answer: true,
  reason: true,
  promptTokens: true,
  answerTokens: true,
  latencyMs: true,
  messageId: true,
  actor: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.ModelCallSelect;

type ListedCall = Prisma.ModelCallGetPayload<{ select: typeof LISTED }>;

const WHOLE = { ...LISTED, prompt: true, output: true } satisfies Prisma.ModelCallSelect;

/** Questions to the language model as people look at them, and their drafts as people decide about them. */
@Injectable()
export class ModelCalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: ModelCallQuery): Promise<Page<Shown<ModelCallView>>> {
    const { limit, state } = query;
    const rows = await this.database.modelCall.findMany({
      where: { ...(state !== undefined && { state }), ...after(positionOf(query)) },
      select: LISTED,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
    return { ...page, items: await this.shown(page.items) };
  }

  async find(id: string): Promise<Shown<ModelCallDetailView> | undefined> {
    const row = await this.database.modelCall.findUnique({ where: { id }, select: WHOLE });
    if (row === null) return undefined;
    const { prompt, output, ...listed } = row;
    const [shown] = await this.shown([listed]);
    return shown === undefined ? undefined : { ...shown, prompt, output };
  }

  /** The question that was asked upon an event, or the one whose draft a person has sent as this message. */
  async behind(domainEventId: string | null, messageId: string): Promise<Shown<ModelCallView> | undefined> {
    const row = await this.database.modelCall.findFirst({
      where: { OR: [{ messageId }, ...(domainEventId === null ? [] : [{ domainEventId }])] },
      select: LISTED,
    });
    return row === null ? undefined : (await this.shown([row]))[0];
  }

  /** With what the customers wrote, whose messages may be gone. */
  private async shown(rows: readonly ListedCall[]): Promise<Shown<ModelCallView>[]> {
    const asked = await this.database.message.findMany({
      where: { id: { in: rows.map(({ inboundMessageId }) => inboundMessageId) } },
      select: { id: true, text: true, theirAddress: true, channel: true },
    });
    const byId = new Map(asked.map(({ id, ...message }) => [id, message]));
    return rows.map(({ terms, ...row }) => {
      const { text = null, theirAddress = null, channel = null } = byId.get(row.inboundMessageId) ?? {};
      return { ...row, ruleName: readTerms(terms).ruleName, question: text, theirAddress, channel };
    });
  }

  /** The message that a draft becomes: to the customer who asked, in the conversation in which they did. */
  async messageFor(call: Shown<ModelCallView>, text: string): Promise<NewMessage | undefined> {
    const asked = await this.database.message.findUnique({
      where: { id: call.inboundMessageId },
      select: { connectionId: true, channel: true, theirAddress: true, ourAddress: true, subject: true },
    });
    const channel = CHANNELS.find((each) => each === asked?.channel);
    if (asked === null || channel === undefined) return undefined;
    return {
      to: asked.theirAddress,
      channel,
      text,
      connection: asked.connectionId,
      ...(asked.ourAddress !== null && { from: asked.ourAddress }),
      ...(asked.subject !== null && { subject: asked.subject }),
    };
  }

  /** A draft was sent, whatever else was decided about it in the same moment. */
  async noteSent(id: string, sent: { messageId: string; text: string; actor: string }): Promise<void> {
    const { messageId, text, actor } = sent;
    await this.database.modelCall.updateMany({
      where: { id, state: { in: ['draft', 'discarded'] } },
      data: { state: 'answered', answer: text, messageId, actor, finishedAt: this.clock.now() },
    });
  }

  /** @returns false when it is no draft any more. */
  async discard(id: string, actor: string): Promise<boolean> {
    const { count } = await this.database.modelCall.updateMany({
      where: { id, state: 'draft' },
      data: { state: 'discarded', actor, finishedAt: this.clock.now() },
    });
    return count === 1;
  }
}

function after(place: ListPosition | undefined): Prisma.ModelCallWhereInput {
  if (place === undefined) return {};
  return {
    createdAt: { lte: place.at },
    OR: [{ createdAt: { lt: place.at } }, { id: { lt: place.id } }],
  };
}
