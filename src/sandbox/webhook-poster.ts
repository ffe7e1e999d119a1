import { Agent, request } from 'undici';
import type { SignedWebhook } from './signed-webhook.js';

/** What Heed answered to a webhook. */
export type WebhookAnswer = {
  readonly status: number;
  /** `x-heed-event-id`: the stored event. */
  readonly eventId?: string;
  /** `x-heed-duplicate`: it had been stored before. */
  readonly isDuplicate: boolean;
};

const TIMEOUT_MS = 10_000; // What Integify gives an endpoint. Source: https://sms.integify.io/docs/webhooks

/** Posts webhooks to Heed over connections of its own. Not repeated when Heed does not take one. */
export class WebhookPoster {
  readonly #agent = new Agent({ headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });

  /** Throws when there is no answer. */
  async post(url: string, { headers, body }: SignedWebhook): Promise<WebhookAnswer> {
    const answer = await request(url, {
      method: 'POST',
      headers,
      body,
      dispatcher: this.#agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body.dump();
    const eventId = answer.headers['x-heed-event-id'];
    return {
      status: answer.statusCode,
      ...(typeof eventId === 'string' && { eventId }),
      isDuplicate: answer.headers['x-heed-duplicate'] === 'true',
    };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
