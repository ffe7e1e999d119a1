import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Writable } from 'node:stream';
import { Clock } from '../../platform/clock/clock.js';
import { Log } from '../../platform/logging/log.js';
import { MessageQueries } from '../messages/message-queries.repository.js';
import { presentSentence } from '../messages/present-sentence.js';
import { DecisionFeed, type DecidedEvent } from './decision-feed.repository.js';
import { SeenDecisions } from './seen-decisions.js';

const LOOK_EVERY_MS = 1_000;
const HEARTBEAT_EVERY_MS = 15_000;
/** Longer than a transaction that decides may take to commit. */
const OVERLAP_MS = 5_000;
const MAX_AT_ONCE = 200;
const MAX_LISTENERS = 100;
/** A listener that reads this much slower than it is told is let go; it comes back by itself. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** Where a stream begins: after a decision that the listener has, or with so many of the latest. */
export type StartingPoint = { readonly afterId: string } | { readonly last: number };

/**
 * Tells listeners of each decision, as server-sent events. One look a second serves all of a process, and none is taken while nobody
 * listens. Source of the format: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
@Injectable()
export class LiveTail implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Writable>();
  private seen = new SeenDecisions(new Date(0), OVERLAP_MS);
  private lookTimer: NodeJS.Timeout | undefined;
  private heartbeatTimer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly feed: DecisionFeed,
    private readonly messages: MessageQueries,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  get isFull(): boolean {
    return this.listeners.size >= MAX_LISTENERS;
  }

  /** Tells a listener everything that is decided from about now on, until it closes. */
  add(listener: Writable): void {
    this.listeners.add(listener);
    listener.once('close', () => this.drop(listener));
    listener.on('error', () => this.drop(listener));
    listener.write(': connected\n\n');
    if (this.lookTimer === undefined) this.start();
  }

  /** What a listener who comes back has missed, or the latest of what was before a new one came. Some of it may be told twice. */
  async tellEarlier(listener: Writable, from: StartingPoint): Promise<void> {
    const decided =
      'afterId' in from
        ? await this.feed.after(from.afterId, MAX_AT_ONCE)
        : await this.feed.latest(Math.min(from.last, MAX_AT_ONCE));
    for (const block of await this.blocks(decided)) listener.write(block);
  }

  /** Ends every stream: a server does not close while its answers go on. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const listener of this.listeners) {
      this.drop(listener);
      listener.end();
    }
    await this.looking;
  }

  private start(): void {
    this.seen = new SeenDecisions(this.clock.now(), OVERLAP_MS);
    this.lookTimer = setInterval(() => {
      this.looking ??= this.look();
    }, LOOK_EVERY_MS);
    this.heartbeatTimer = setInterval(() => this.tell(': still here\n\n'), HEARTBEAT_EVERY_MS);
  }

  private drop(listener: Writable): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    clearInterval(this.lookTimer);
    clearInterval(this.heartbeatTimer);
    this.lookTimer = undefined;
    this.heartbeatTimer = undefined;
  }

  private async look(): Promise<void> {
    try {
      let told: number;
      do told = await this.tellNew();
      while (told === MAX_AT_ONCE && this.listeners.size > 0);
    } catch (error) {
      this.log.error('The live tail could not look for decisions; it looks again.', error);
    } finally {
      this.looking = undefined;
    }
  }

  /** @returns how many decisions were told. */
  private async tellNew(): Promise<number> {
    const { seen } = this;
    const decided = await this.feed.since(seen.lookFrom, seen.ids, MAX_AT_ONCE);
    const blocks = await this.blocks(decided);
    seen.add(decided);
    for (const block of blocks) this.tell(block);
    return decided.length;
  }

  private async blocks(decided: readonly DecidedEvent[]): Promise<readonly string[]> {
    const messages = await this.messages.named(decided.flatMap(({ messageId }) => messageId ?? []));
    const byId = new Map(messages.map((message) => [message.id, message]));
    return decided.map(({ messageId, ...decision }) => {
      const message = messageId === null ? null : (byId.get(messageId) ?? null);
      const sentence = presentSentence(decision.sentence, message?.withheld);
      return eventBlock(decision.id, { ...decision, sentence, message });
    });
  }

  private tell(block: string): void {
    for (const listener of this.listeners) {
      if (listener.writableLength > MAX_BUFFERED_BYTES) listener.destroy();
      else listener.write(block);
    }
  }
}

function eventBlock(id: string, json: object): string {
  return `event: decision\nid: ${id}\ndata: ${JSON.stringify(json)}\n\n`;
}
