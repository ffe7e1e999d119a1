import { Injectable } from '@nestjs/common';
import { linkIdentitySession, type IdentityLink } from '../../contacts/identity-session.repository.js';
import { Database } from '../../platform/database/database.js';
import type { IdentitySessionView } from './identity-session.views.js';

/** Which address an identity check belongs to, as an administrator's system says it and asks for it. */
@Injectable()
export class IdentitySessions {
  constructor(private readonly database: Database) {}

  async link(link: IdentityLink): Promise<void> {
    await this.database.$transaction((tx) => linkIdentitySession(tx, link));
  }

  /** The latest link of that id; two accounts could give the same one. */
  async find(sessionId: string): Promise<IdentitySessionView | undefined> {
    const session = await this.database.identitySession.findFirst({
      where: { sessionId },
      orderBy: { updatedAt: 'desc' },
    });
    return session ?? undefined;
  }
}
