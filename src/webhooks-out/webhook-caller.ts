import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { asFilledText, asObject } from '../messaging/untrusted.js';
import { checkTarget, systemResolver, type Resolver } from './endpoint-guard.js';

/** From the name look-up to the last byte that is read of the answer. */
const TOTAL_DEADLINE_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Nothing in an answer's body matters; this much of it is read so that a well-behaved connection ends in order. */
const MAX_ANSWER_BYTES = 1_024;

export type WebhookRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How a call ended: with a status, refused before anything left, or without an answer. */
export type CallEnd =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'refused'; readonly isFinal: boolean; readonly why: string }
  | { readonly kind: 'no_answer'; readonly why: string };

/**
 * Calls other people's systems. It connects only to addresses that were looked up and checked for this very call, follows no redirect,
 * and tells nobody what an answer said: it can be made to call, and not to look around.
 */
export class WebhookCaller {
  constructor(
    private readonly options: {
      /** Plain http to this machine, for trying things on. */
      readonly allowsLocal: boolean;
      readonly resolve?: Resolver;
      readonly totalDeadlineMs?: number;
    },
  ) {}

  async call({ url, headers, body }: WebhookRequest): Promise<CallEnd> {
    const { allowsLocal, resolve = systemResolver, totalDeadlineMs = TOTAL_DEADLINE_MS } = this.options;
    const signal = AbortSignal.timeout(totalDeadlineMs);
    const target = await Promise.race([checkTarget(url, resolve, allowsLocal), aborted(signal)]);
    if (target === 'aborted') return noAnswerIn(totalDeadlineMs);
    if (!target.ok) return { kind: 'refused', isFinal: target.isFinal, why: target.why };
    const dispatcher = new Agent({
      pipelining: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS, lookup: answering(target.addresses) },
    });
    try {
      const response = await request(target.url, { method: 'POST', headers, body, dispatcher, signal });
      await readSome(response.body);
      return { kind: 'answered', status: response.statusCode };
    } catch (error) {
      return signal.aborted ? noAnswerIn(totalDeadlineMs) : { kind: 'no_answer', why: detailOf(error) };
    } finally {
      await dispatcher.destroy();
    }
  }
}

/** Instead of the system's look-up: the addresses that were checked, whatever is asked for. */
function answering(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all === true) done(null, [...addresses]);
    else if (first !== undefined) done(null, first.address, first.family);
    else done(new Error('There is no checked address.'), '', 0);
  };
}

function aborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((settle) => {
    signal.addEventListener('abort', () => settle('aborted'), { once: true });
  });
}

async function readSome(body: AsyncIterable<Buffer>): Promise<void> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return; // Leaving the loop destroys the stream: the rest is not read.
  }
}

function noAnswerIn(deadlineMs: number): CallEnd {
  return { kind: 'no_answer', why: `No answer within ${deadlineMs / 1_000} s.` };
}

/** The error's code; its message may quote the address with its path. */
function detailOf(error: unknown): string {
  const fields = asObject(error);
  const code = asFilledText(fields?.['code']) ?? asFilledText(fields?.['name']) ?? 'unknown error';
  return `The connection failed (${code}).`;
}
