import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import {
  DEFAULT_REPLY_SETTINGS,
  parseReplySettings,
  type ReplySettings,
} from '../../rules/guards/reply-settings.js';

/** Settings as they stand: `version` counts the changes from 1, and is 0 for the defaults that nobody has changed yet. */
export type StoredReplySettings = {
  readonly version: number;
  readonly settings: ReplySettings;
  readonly actor: string | null;
  readonly changedAt: Date | null;
};

const DEFAULTS: StoredReplySettings = {
  version: 0,
  settings: DEFAULT_REPLY_SETTINGS,
  actor: null,
  changedAt: null,
};

/**
 * The settings of automatic replies. Whoever decides reads them in the statement that loads the facts, so a change is in force with the
 * next message, in every process.
 */
@Injectable()
export class ReplySettingsDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<StoredReplySettings> {
    const row = await this.database.replySettings.findUnique({ where: { id: 1 } });
    if (row === null) return DEFAULTS;
    const { version, actor, changedAt } = row;
    const reading = parseReplySettings(row.document);
    return { version, actor, changedAt, settings: reading.ok ? reading.settings : DEFAULT_REPLY_SETTINGS };
  }

  /** @returns false when somebody else has changed them since `version` was read. */
  async replace(settings: ReplySettings, version: number, actor: string): Promise<boolean> {
    const document: Prisma.InputJsonObject = JSON.parse(JSON.stringify(settings));
    const next = { version: version + 1, document, actor, changedAt: this.clock.now() };
    if (version === 0) {
      const { count } = await this.database.replySettings.createMany({
        data: [{ id: 1, ...next }],
        skipDuplicates: true,
      });
      return count === 1;
    }
    const { count } = await this.database.replySettings.updateMany({ where: { id: 1, version }, data: next });
    return count === 1;
  }
}
