/**
 * Why a provider did not take a message: the closed list into which every vendor error is translated at the edge.
 * What each one means for the message is decided in one place, `delivery/retry-policy.ts`.
 */
export type SendFailure =
  /** No byte of the request left us: name not found, connection refused, TLS failed. Safe to send again. */
  | { readonly kind: 'not_sent'; readonly detail: string }
  /** The provider said: slower. Surely not accepted. `retryAfterMs` is its own wish, already bounded. */
  | {
      readonly kind: 'throttled';
      readonly detail: string;
      readonly retryAfterMs?: number;
      readonly code?: string;
    }
  /** Our account is not in order (key, sender, permission): nothing will pass until a person acts. Surely not accepted. */
  | {
      readonly kind: 'misconfigured';
      readonly detail: string;
      readonly code?: string;
      readonly actionUrl?: string;
    }
  /** This message will never pass: bad recipient, bad content. */
  | { readonly kind: 'rejected'; readonly detail: string; readonly code?: string }
  /** The channel's service window is closed: only a template message may go out. */
  | { readonly kind: 'window_closed'; readonly detail: string; readonly code?: string }
  /** The recipient has opted out at the provider. */
  | { readonly kind: 'opted_out'; readonly detail: string; readonly code?: string }
  /** It may or may not have left: cut after the body was sent, a 5xx, an answer nobody can read. Never sent again by itself. */
  | { readonly kind: 'uncertain'; readonly detail: string; readonly code?: string };

export type SendFailureKind = SendFailure['kind'];

/** How one send call ended. Without `providerMessageId` the message is accepted, and matched to its statuses by other means. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly providerMessageId?: string }
  | { readonly kind: 'failed'; readonly failure: SendFailure };
