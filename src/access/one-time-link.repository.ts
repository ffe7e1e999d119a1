import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { hashOfToken, newSecretToken } from './secret-token.js';

const HOUR_MS = 60 * 60_000;
/** Somebody who just started Heed, or whose password is being reset, is there; an invited colleague may be away for the week-end. */
const VALID_HOURS = { first_administrator: 24, invitation: 72, reset: 24 } as const;

export type LinkPurpose = keyof typeof VALID_HOURS;

export type NewLink = { readonly token: string; readonly expiresAt: Date };

/** Makes a link; an earlier one of the same user is void from then on. */
export async function issueLink(
  tx: Transaction,
  purpose: LinkPurpose,
  userId: string | undefined,
  now: Date,
): Promise<NewLink> {
  const isOld = { expiresAt: { lte: now } };
  await tx.oneTimeLink.deleteMany({ where: userId === undefined ? isOld : { OR: [isOld, { userId }] } });
  const { token, hash } = newSecretToken();
  const expiresAt = new Date(now.getTime() + VALID_HOURS[purpose] * HOUR_MS);
  await tx.oneTimeLink.create({ data: { id: newId(), userId: userId ?? null, tokenHash: hash, expiresAt } });
  return { token, expiresAt };
}

const LINK = {
  expiresAt: true,
  user: { select: { id: true, email: true, role: true, passwordHash: true, deactivatedAt: true } },
} as const;

/** What a link is for, if it is still good. */
export async function findLink(db: Transaction, token: string, now: Date) {
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashOfToken(token) }, select: LINK });
  if (link === null || link.expiresAt <= now) return undefined;
  const { expiresAt, user } = link;
  if (user === null) return { purpose: 'first_administrator', expiresAt } as const;
  if (user.deactivatedAt !== null) return undefined;
  return { purpose: user.passwordHash === null ? 'invitation' : 'reset', expiresAt, user } as const;
}

/** Uses a link up. @returns whether it was there: of two who come at once, one gets it. */
export async function takeLink(tx: Transaction, token: string): Promise<boolean> {
  const { count } = await tx.oneTimeLink.deleteMany({ where: { tokenHash: hashOfToken(token) } });
  return count > 0;
}
