import type { Address } from '../../messaging/address.js';
import type { Channel } from '../../messaging/channel.js';

/**
 * Where a contact can be reached besides the conversation that is decided upon. Loaded only when a rule of the event may send
 * there, so that no other decision carries it.
 */
export type ReachFacts = {
  /** The contact's addresses, the longest known first. */
  readonly addresses: readonly Pick<Address, 'kind' | 'value'>[];
  /** The enabled connections that can send. */
  readonly connections: readonly ReachableConnection[];
  /** The message of ours that the event is about. */
  readonly original?: OriginalMessage;
};

export type ReachableConnection = {
  readonly id: string;
  /** `integify/default` */
  readonly name: string;
  readonly channels: readonly Channel[];
};

export type OriginalMessage = {
  readonly id: string;
  readonly status: string;
  readonly text: string;
  /** Empty once it is erased. */
  readonly theirAddress: string;
  /** The key of its message category. */
  readonly category?: string;
  /** It stands in for another message itself. */
  readonly isSubstitute: boolean;
  /** Another message stands in for it already. */
  readonly hasSubstitute: boolean;
};
