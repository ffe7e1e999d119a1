import { Body, Get, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Acting } from '../../access/identity.js';
import { asFilledText, asObject } from '../../messaging/untrusted.js';
import { parseReplySettings } from '../../rules/guards/reply-settings.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { conflict, invalid } from '../http/problem.js';
import { ActingHere } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { ReplySettingsDesk, type StoredReplySettings } from './reply-settings.repository.js';
import { ReplySettingsDraft, ReplySettingsView } from './reply-settings.views.js';

/** Members that answers have and settings have not: what was read may be sent back as it is. */
const ANSWER_ONLY = ['actor', 'changedAt'];

const MAX_REASON_LENGTH = 500;

@AdminController('reply-settings')
export class ReplySettingsController {
  constructor(private readonly desk: ReplySettingsDesk) {}

  @Get()
  @Needs('viewer')
  @ApiOperation({ summary: 'How much automatic replies may do, and when they stay away.' })
  @ApiOkResponse({ type: ReplySettingsView })
  async read(): Promise<ReplySettingsView> {
    return viewOf(await this.desk.read());
  }

  @Put()
  @Needs('administrator')
  @Unaudited('its entry is written with the change')
  @ApiOperation({ summary: 'Changes the settings, all together; in force with the next message.' })
  @ApiBody({ type: ReplySettingsDraft })
  @ApiOkResponse({ type: ReplySettingsView })
  @Problems(409)
  async replace(@Body() body: unknown, @ActingHere() acting: Acting): Promise<ReplySettingsView> {
    const { version, reason, ...rest } = asObject(body) ?? {};
    const members = Object.entries(rest).filter(([name]) => !ANSWER_ONLY.includes(name));
    const reading = parseReplySettings(Object.fromEntries(members));
    const problems = reading.ok
      ? []
      : reading.problems.map(({ pointer, message }) => ({ pointer, detail: message }));
    if (!isVersion(version)) {
      problems.push({ pointer: '/version', detail: 'Give the version that you read; 0 the first time.' });
    }
    const why = asFilledText(reason);
    if (reason !== undefined && (why === undefined || why.length > MAX_REASON_LENGTH)) {
      problems.push({ pointer: '/reason', detail: `Write a text of 1 to ${MAX_REASON_LENGTH} characters.` });
    }
    if (!reading.ok || !isVersion(version) || problems.length > 0) throw invalid(problems);
    if (!(await this.desk.replace({ settings: reading.settings, version, reason: why }, acting))) {
      throw conflict(
        'Somebody has changed the settings since you read them. Read them again, then make your change.',
      );
    }
    return viewOf(await this.desk.read());
  }
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31 - 1;
}

function viewOf({ settings, ...rest }: StoredReplySettings): ReplySettingsView {
  return { ...settings, ...rest };
}
