import type { operations } from '../../api/schema.d.ts';

export type MessageQuery = NonNullable<operations['MessagesController_list']['parameters']['query']>;

type Status = NonNullable<MessageQuery['status']>[number];

const DIRECTIONS = ['inbound', 'outbound'] as const satisfies readonly MessageQuery['direction'][];

const KINDS = [
  'reply',
  'confirmation',
  'help',
  'manual',
  'resend',
] as const satisfies readonly MessageQuery['kind'][];

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
] as const satisfies readonly Status[];

export const VERDICTS = [
  'replied',
  'no_rule_matched',
  'opt_out_recorded',
  'opt_in_recorded',
  'help_sent',
  'held',
  'suppressed',
  'cooldown',
  'paused',
  'quiet_hours',
  'loop_suspected',
  'budget_exhausted',
  'render_failed',
  'no_action',
  'echo_ignored',
] as const satisfies readonly MessageQuery['verdict'][];

export const PROVIDERS = [
  'contiguity',
  'integify',
  'connectly',
] as const satisfies readonly MessageQuery['provider'][];

/** How far back, in days, as the page's address says it. */
export const PERIODS = ['1', '7', '30'] as const;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads a search from the page's address, which is anybody's: what it may not be is left out. */
export function messageQuery(search: URLSearchParams, now: Date): MessageQuery {
  const direction = DIRECTIONS.find((each) => each === search.get('direction'));
  const kind = KINDS.find((each) => each === search.get('kind'));
  const status = STATUSES.filter((each) => search.getAll('status').includes(each));
  const verdict = VERDICTS.find((each) => each === search.get('verdict'));
  const provider = PROVIDERS.find((each) => each === search.get('provider'));
  const days = PERIODS.find((each) => each === search.get('days'));
  const address = search.get('address')?.trim() ?? '';
  const q = search.get('q')?.trim() ?? '';
  return {
    ...(address !== '' && { address }),
    ...(q !== '' && { q }),
    ...(direction !== undefined && { direction }),
    ...(kind !== undefined && { kind }),
    ...(status.length > 0 && { status }),
    ...(verdict !== undefined && { verdict }),
    ...(provider !== undefined && { provider }),
    ...(days !== undefined && { since: new Date(now.getTime() - Number(days) * DAY_MS).toISOString() }),
  };
}
