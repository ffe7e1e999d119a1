import { Body, Get, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { ConsentSettings, StoredConsentSettings } from '../../consent/settings/consent-settings.js';
import { ConsentSettingsRepository } from '../../consent/settings/consent-settings.repository.js';
import { LiveConsentSettings } from '../../consent/settings/live-consent-settings.js';
import { asObject } from '../../messaging/untrusted.js';
import type { Transaction } from '../../platform/database/database.js';
import { RuleRepository } from '../../rulebook/rule.repository.js';
import { lockRulebook } from '../../rulebook/rulebook-version.repository.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { conflict, invalid } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { readSettingsDraft } from './settings-draft.js';
import { ConsentSettingsDraft, ConsentSettingsPage, ConsentSettingsView } from './settings.views.js';

const OUTDATED =
  'Somebody has changed the consent settings since you read them. Read them again, then make your change.';

/** What an administrator decides about consent: keywords, categories and how long words are kept. */
@AdminController('consent/settings')
@Needs('viewer')
export class ConsentSettingsController {
  constructor(
    private readonly settings: ConsentSettingsRepository,
    private readonly live: LiveConsentSettings,
    private readonly rules: RuleRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Keywords, message categories and retention.' })
  @ApiOkResponse({ type: ConsentSettingsView })
  async read(): Promise<ConsentSettingsView> {
    return viewOf(await this.settings.current());
  }

  @Get('versions')
  @ApiOperation({
    summary: 'The settings as they stood after each change, the newest first, at most a thousand.',
  })
  @ApiOkResponse({ type: ConsentSettingsPage })
  async versions(): Promise<ConsentSettingsPage> {
    return { items: (await this.settings.revisions()).map(viewOf), nextCursor: null };
  }

  @Put()
  @Needs('administrator')
  @ApiOperation({
    summary: 'Replaces the settings, in force at once.',
    description:
      'A word that stops messages in a built-in language can never become anything else, and a category that a rule is in stays.',
  })
  @ApiBody({ type: ConsentSettingsDraft })
  @ApiOkResponse({ type: ConsentSettingsView })
  @Problems(409)
  async replace(@Body() body: unknown, @Actor() actor: string): Promise<ConsentSettingsView> {
    const draft = readSettingsDraft(body);
    if (!('settings' in draft)) throw invalid(draft);
    const { settings, version, reason } = draft;
    const change = { actor, reason, expectedVersion: version };
    const isDone = await this.settings.change(settings, change, (tx) => this.refuseNeeded(settings, tx));
    this.live.forget();
    if (!isDone) throw conflict(OUTDATED);
    return this.read();
  }

  /** A rule of a category that is gone would go on and could not be left any more. */
  private async refuseNeeded({ categories }: ConsentSettings, tx: Transaction): Promise<void> {
    await lockRulebook(tx);
    const keys = new Set(categories.map(({ key }) => key));
    const problems = (await this.rules.all(tx)).flatMap(({ definition }) => {
      const { name, category } = asObject(definition) ?? {};
      if (typeof category !== 'string' || keys.has(category)) return [];
      const detail = `The rule "${String(name)}" is in the category "${category}". Keep the category, or change the rule first.`;
      return [{ pointer: '/categories', detail }];
    });
    if (problems.length > 0) throw invalid(problems);
  }
}

function viewOf({ version, settings, actor, reason, changedAt }: StoredConsentSettings): ConsentSettingsView {
  return {
    ...settings,
    version,
    actor: actor ?? null,
    reason: reason ?? null,
    changedAt: changedAt ?? null,
  };
}
