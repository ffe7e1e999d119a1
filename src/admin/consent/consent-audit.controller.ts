import { Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { ConsentSettingsRepository } from '../../consent/settings/consent-settings.repository.js';
import { brandOf } from '../../outbox/brand.js';
import { consentPolicyOf } from '../../outbox/consent-policy.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { UnsubscribeLinks } from '../../unsubscribe/unsubscribe-links.js';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { ListQuery } from '../lists/list-query.js';
import { ConsentReadings } from './consent-readings.repository.js';
import { ConsentReadingPage } from './consent-readings.views.js';
import { policyDocument } from './policy-document.js';

const MARKDOWN = 'text/markdown';

/** For those who check how consent is handled: the policy, and how messages were read. */
@AdminController('consent')
@Needs('viewer')
export class ConsentAuditController {
  constructor(
    private readonly consentReadings: ConsentReadings,
    private readonly registry: ConnectionRegistry,
    private readonly links: UnsubscribeLinks,
    private readonly settings: ConsentSettingsRepository,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('policy')
  @Header('content-type', `${MARKDOWN}; charset=utf-8`)
  @ApiOperation({
    summary: 'The written opt-out policy, as carriers ask for it.',
    description:
      'Made from the configuration and from the keywords that this version heeds; the same every time.',
  })
  @ApiProduces(MARKDOWN)
  @ApiOkResponse({ schema: { type: 'string' } })
  async policy(): Promise<string> {
    const { config } = this.runtime;
    const { settings } = await this.settings.current();
    return policyDocument({
      brand: brandOf(config),
      holdTimeoutMs: config.holdTimeoutMs,
      settings,
      connections: this.registry.all().map((connection) => ({
        provider: connection.provider.displayName,
        name: connection.name,
        channels: connection.provider.channels,
        ...consentPolicyOf(connection),
      })),
      hasUnsubscribeLinks: this.links.areOffered,
    });
  }

  @Get('readings')
  @Needs('editor')
  @ApiOperation({
    summary: 'How customers’ messages were read, the newest first.',
    description:
      'What `heed consent rehearse` compares another version of the detector with. Messages that machines wrote are left out.',
  })
  @ApiOkResponse({ type: ConsentReadingPage })
  async readings(@Query() query: ListQuery): Promise<ConsentReadingPage> {
    return this.consentReadings.list(query);
  }
}
