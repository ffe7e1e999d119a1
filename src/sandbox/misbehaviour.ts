import type { ProviderName } from '../messaging/provider.js';

/** What goes wrong with the answer to one send call. */
export type AnswerBehaviour =
  /** Refuses before anything was accepted. Without `body`, the provider's own error shape. `retryAfter` is sent as it is written. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: string;
      readonly body?: unknown;
    }
  /** Accepts, then answers with this status and the provider's error shape. */
  | { readonly kind: 'error_after_accepting'; readonly status: number }
  | { readonly kind: 'reset_after_accepting' }
  | { readonly kind: 'reset_before_reading' }
  /** Accepts, and answers as usual, but only after this time. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** Accepts, and writes its usual answer this slowly. */
  | { readonly kind: 'slow_body'; readonly bytesPerSecond: number }
  /** Accepts, and answers 200 with something that is not the provider's answer. */
  | { readonly kind: 'junk_body'; readonly junk: Junk };

/** `no_id`: the provider's answer without the id of the message. `endless`: a body that never ends. */
export const JUNK = ['html', 'endless', 'no_id', 'not_json'] as const;

export type Junk = (typeof JUNK)[number];

/** What goes wrong with the delivery statuses of one accepted message. */
export type StatusBehaviour =
  | { readonly kind: 'status_webhooks'; readonly mode: 'late'; readonly ms: number }
  | { readonly kind: 'status_webhooks'; readonly mode: 'duplicated'; readonly copies: number }
  | { readonly kind: 'status_webhooks'; readonly mode: (typeof PLAIN_STATUS_MODES)[number] };

/** `before_answer`: Heed hears the statuses before it hears that the message was accepted. */
export const PLAIN_STATUS_MODES = ['reversed', 'before_answer', 'none', 'failed'] as const;

export type Behaviour = AnswerBehaviour | StatusBehaviour;

/** The next `times` send calls to this provider behave so. */
export type MisbehaviourOrder = {
  readonly provider: ProviderName;
  readonly times: number;
  readonly behaviour: Behaviour;
};

type Pending<Kind extends Behaviour> = { readonly behaviour: Kind; timesLeft: number };

/**
 * The orders that are still to be carried out, in the order given. A send call takes at most one behaviour for its answer and one for
 * its statuses, so that both can be ordered for the same message.
 */
export class Misbehaviours {
  readonly #answers = new Map<ProviderName, Pending<AnswerBehaviour>[]>();
  readonly #statuses = new Map<ProviderName, Pending<StatusBehaviour>[]>();

  order({ provider, times, behaviour }: MisbehaviourOrder): void {
    if (behaviour.kind === 'status_webhooks') enqueue(this.#statuses, provider, behaviour, times);
    else enqueue(this.#answers, provider, behaviour, times);
  }

  nextForAnswer(provider: ProviderName): AnswerBehaviour | undefined {
    return takeNext(this.#answers.get(provider));
  }

  nextForStatuses(provider: ProviderName): StatusBehaviour | undefined {
    return takeNext(this.#statuses.get(provider));
  }

  clear(): void {
    this.#answers.clear();
    this.#statuses.clear();
  }
}

function enqueue<Kind extends Behaviour>(
  queues: Map<ProviderName, Pending<Kind>[]>,
  provider: ProviderName,
  behaviour: Kind,
  times: number,
): void {
  queues.set(provider, [...(queues.get(provider) ?? []), { behaviour, timesLeft: times }]);
}

function takeNext<Kind extends Behaviour>(queue: Pending<Kind>[] | undefined): Kind | undefined {
  const [next] = queue ?? [];
  if (next === undefined) return undefined;
  next.timesLeft -= 1;
  if (next.timesLeft <= 0) queue?.shift();
  return next.behaviour;
}
