import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { recordChange } from './audit.repository.js';
import { canonicalEmail } from './email.js';
import { issueLink } from './one-time-link.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { passwordProblem } from './password-policy.js';

/** Whether anybody can sign in. */
export async function hasAnybody(db: Transaction): Promise<boolean> {
  return (await db.user.findFirst({ where: { passwordHash: { not: null } }, select: { id: true } })) !== null;
}

/** How the first person gets in. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /**
   * Makes the administrator that the environment describes, once. While nobody can sign in it gives the token of a link instead, a new one at
   * each start: it is printed, and stored nowhere. The earlier ones are good until they expire, because another process may have printed one.
   */
  async settle(): Promise<string | undefined> {
    const wanted = this.runtime.config.firstAdministrator;
    if (wanted !== undefined) await this.create(wanted);
    if (await hasAnybody(this.database)) return undefined;
    const { token } = await issueLink(this.database, 'first_administrator', undefined, this.clock.now());
    return token;
  }

  private async create({ email: given, password }: { email: string; password: string }): Promise<void> {
    const email = canonicalEmail(given);
    if ((await this.database.user.count({ where: { email } })) > 0) return;
    const problem = passwordProblem(password, email);
    if (problem !== undefined) throw new Error(`HEED_ADMIN_PASSWORD cannot be used. ${problem}`);
    const passwordHash = await this.hasher.hash(password);
    const id = newId();
    const createdAt = this.clock.now();
    await this.database.$transaction(async (tx) => {
      // Another process may have made it since we looked.
      const data = [{ id, email, role: 'administrator', passwordHash, createdAt }];
      const { count } = await tx.user.createMany({ data, skipDuplicates: true });
      if (count === 0) return;
      const acting = { actor: 'environment', role: undefined, requestId: undefined };
      const after = { email, role: 'administrator' };
      const change = { action: 'users.create', subjectKind: 'users', subjectId: id, after };
      await recordChange(tx, acting, change, createdAt);
    });
  }
}
