import { Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** A request whose connection was accepted a moment before the end has this long to come in. */
const GRACE_MS = 250;
const LOOK_AGAIN_MS = 20;

/**
 * Lets nobody new in at the end, and lets everybody out who is in. The server's own `close` would cut connections on which no answer is
 * being written yet, and Nest's cuts them all: a webhook would be stored and its provider not told.
 */
export class WebhookDoor {
  private inside = 0;
  private isClosing = false;

  /** Counts the requests of this scope from their head to their answer, or to their end without one. */
  watch(scope: FastifyInstance): void {
    scope.addHook('onRequest', async (_request, reply) => {
      this.inside += 1;
      reply.raw.once('close', () => (this.inside -= 1));
      if (this.isClosing) void reply.header('connection', 'close');
    });
  }

  /** Resolves when every request that had got through has its answer. Each has its own deadline, so this ends. */
  async close({ server }: FastifyInstance): Promise<void> {
    this.isClosing = true;
    if (server.listening) Server.prototype.close.call(server);
    await setTimeout(GRACE_MS);
    while (this.inside > 0) await setTimeout(LOOK_AGAIN_MS);
  }
}
