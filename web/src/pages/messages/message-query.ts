import type { operations } from '../../api/schema.d.ts';

export type MessageQuery = NonNullable<operations['MessagesController_list']['parameters']['query']>;

export const DIRECTIONS = ['inbound', 'outbound'] as const satisfies readonly MessageQuery['direction'][];

export const STATUSES = [
  'received',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'unknown',
  'suppressed',
  'expired',
  'cancelled',
] as const satisfies readonly MessageQuery['status'][];

export const PROVIDERS = [
  'contiguity',
  'integify',
  'connectly',
] as const satisfies readonly MessageQuery['provider'][];

/** Reads a search from the page's address, which is anybody's: what it may not be is left out. */
export function messageQuery(search: URLSearchParams): MessageQuery {
  const direction = DIRECTIONS.find((each) => each === search.get('direction'));
  const status = STATUSES.find((each) => each === search.get('status'));
  const provider = PROVIDERS.find((each) => each === search.get('provider'));
  const address = search.get('address')?.trim() ?? '';
  const q = search.get('q')?.trim() ?? '';
  return {
    ...(address !== '' && { address }),
    ...(q !== '' && { q }),
    ...(direction !== undefined && { direction }),
    ...(status !== undefined && { status }),
    ...(provider !== undefined && { provider }),
  };
}
