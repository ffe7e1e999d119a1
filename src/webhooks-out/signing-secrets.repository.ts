import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Clock } from '../platform/clock/clock.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { SealedBox } from '../platform/security/sealed-box.js';

const SECRET_BYTES = 32;
/** How long the old secret goes on signing beside the new one. */
const OVERLAP_MS = 24 * 3_600_000;
/** Taken while a secret is made, so that two processes never make the first one twice. */
const LOCK = 'webhook secrets';

/** A signing secret without its value. */
export type SecretRow = {
  readonly id: string;
  readonly createdAt: Date;
  readonly revealedAt: Date | null;
  readonly retiresAt: Date | null;
};

const SHOWN = { id: true, createdAt: true, revealedAt: true, retiresAt: true } as const;

/** The headers of one call. Receivers check them with any library of https://www.standardwebhooks.com. */
export type SignedHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
};

/**
 * The secrets that outbound webhooks are signed with: `whsec_` and 32 random bytes, sealed in the database. The first is made when it is
 * first needed; each is shown to an administrator once.
 */
export class SigningSecrets {
  constructor(
    private readonly database: Database,
    private readonly box: SealedBox,
    private readonly clock: Clock,
  ) {}

  /** Signs one call with every secret that is not retired: receivers take any of the signatures. */
  async sign(webhookId: string, body: string): Promise<SignedHeaders> {
    const now = this.clock.now();
    const secrets = await this.signing(now);
    return {
      'webhook-id': webhookId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(webhookId, now, body)).join(' '),
    };
  }

  async list(): Promise<readonly SecretRow[]> {
    return this.database.webhookSecret.findMany({ select: SHOWN, orderBy: { createdAt: 'desc' }, take: 100 });
  }

  /** Makes the next secret; the ones before it sign for another day. @returns the secret, which is not shown again. */
  async rotate(): Promise<SecretRow & { readonly secret: string }> {
    return this.database.$transaction(async (tx) => {
      await lock(tx);
      const now = this.clock.now();
      await tx.webhookSecret.updateMany({
        where: { retiresAt: null },
        data: { retiresAt: new Date(now.getTime() + OVERLAP_MS) },
      });
      return this.make(tx, now, now);
    });
  }

  /** @returns the secret the first time, and never again; `undefined` when there is none of that id. */
  async reveal(id: string): Promise<(SecretRow & { readonly secret: string }) | 'revealed' | undefined> {
    return this.database.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 as locked from webhook_secret where id = ${id}::uuid for update`;
      const row = await tx.webhookSecret.findUnique({ where: { id } });
      if (row === null) return undefined;
      if (row.revealedAt !== null) return 'revealed';
      const { sealed, ...shown } = await tx.webhookSecret.update({
        where: { id },
        data: { revealedAt: this.clock.now() },
      });
      return { ...shown, secret: this.box.open(sealed, contextOf(id)) };
    });
  }

  private async signing(now: Date): Promise<readonly string[]> {
    const open = (rows: readonly { readonly id: string; readonly sealed: Uint8Array }[]) =>
      rows.map(({ id, sealed }) => this.box.open(sealed, contextOf(id)));
    const where = { OR: [{ retiresAt: null }, { retiresAt: { gt: now } }] };
    const found = await this.database.webhookSecret.findMany({ where, orderBy: { createdAt: 'desc' } });
    if (found.length > 0) return open(found);
    return this.database.$transaction(async (tx) => {
      await lock(tx);
      const made = await tx.webhookSecret.findMany({ where, orderBy: { createdAt: 'desc' } });
      return made.length > 0 ? open(made) : [(await this.make(tx, now, null)).secret];
    });
  }

  private async make(
    tx: Transaction,
    createdAt: Date,
    revealedAt: Date | null,
  ): Promise<SecretRow & { readonly secret: string }> {
    const id = newId();
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const sealed = this.box.seal(secret, contextOf(id));
    const row = await tx.webhookSecret.create({
      data: { id, sealed, createdAt, revealedAt },
      select: SHOWN,
    });
    return { ...row, secret };
  }
}

/** A sealed secret opens for its own row only. */
function contextOf(id: string): string {
  return `webhook secret ${id}`;
}

async function lock(tx: Transaction): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 3)) is null as locked`;
}
