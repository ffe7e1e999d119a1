import { Injectable } from '@nestjs/common';
import { recordChange } from '../../access/audit.repository.js';
import type { Acting } from '../../access/identity.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
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

/** New settings, made from `version`. */
export type ReplySettingsChange = {
  readonly settings: ReplySettings;
  readonly version: number;
  readonly reason: string | undefined;
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

  /**
   * Replaces the settings, and puts on the audit trail how they were and how they are: nothing in them is secret.
   *
   * @returns false when somebody else has changed them since `version` was read.
   */
  async replace({ settings, version, reason }: ReplySettingsChange, acting: Acting): Promise<boolean> {
    const at = this.clock.now();
    const after = documentOf(settings);
    const next = { version: version + 1, document: after, actor: acting.actor, changedAt: at };
    return this.database.$transaction(async (tx) => {
      const before = await tx.replySettings.findUnique({ where: { id: 1 } });
      if (!(await store(tx, next))) return false;
      const stored = parseReplySettings(before?.document);
      const change = {
        action: 'reply-settings.update',
        subjectKind: 'reply-settings',
        reason,
        before: { ...documentOf(stored.ok ? stored.settings : DEFAULT_REPLY_SETTINGS), version },
        after: { ...after, version: version + 1 },
      };
      await recordChange(tx, acting, change, at);
      return true;
    });
  }
}

type NextVersion = {
  readonly version: number;
  readonly document: Prisma.InputJsonObject;
  readonly actor: string;
  readonly changedAt: Date;
};

/** @returns whether the version before it was the one that stood there. */
async function store(tx: Transaction, next: NextVersion): Promise<boolean> {
  const { count } =
    next.version === 1
      ? await tx.replySettings.createMany({ data: [{ id: 1, ...next }], skipDuplicates: true })
      : await tx.replySettings.updateMany({ where: { id: 1, version: next.version - 1 }, data: next });
  return count === 1;
}

function documentOf(settings: ReplySettings): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(settings));
}
