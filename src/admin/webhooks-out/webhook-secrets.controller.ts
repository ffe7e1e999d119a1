import { Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SigningSecrets, type SecretRow } from '../../webhooks-out/signing-secrets.repository.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import type { Page } from '../lists/page.js';
import { RevealedWebhookSecretView, WebhookSecretPage } from './webhook-call.views.js';

@AdminController('webhook-secrets')
@Needs('administrator')
export class WebhookSecretsController {
  constructor(private readonly secrets: SigningSecrets) {}

  @Get()
  @ApiOperation({ summary: 'The secrets that outbound webhooks are signed with, without their values.' })
  @ApiOkResponse({ type: WebhookSecretPage })
  async list(): Promise<Page<SecretRow>> {
    return { items: await this.secrets.list(), nextCursor: null };
  }

  @Post()
  @ApiOperation({
    summary: 'Makes the next secret, and shows it this once.',
    description: 'For a day the one before it signs too, so that receivers can change over without a gap.',
  })
  @ApiCreatedResponse({ type: RevealedWebhookSecretView })
  async rotate(): Promise<RevealedWebhookSecretView> {
    return this.secrets.rotate();
  }

  @Post(':id/reveal')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Shows a secret that was made when a rule first needed it, once.' })
  @ApiOkResponse({ type: RevealedWebhookSecretView })
  @Problems(404, 409)
  async reveal(@PathId('webhook secret') id: string): Promise<RevealedWebhookSecretView> {
    const revealed = await this.secrets.reveal(id);
    if (revealed === undefined) throw notFound('webhook secret');
    if (revealed === 'revealed') {
      throw conflict(
        'It was shown before. If nobody has kept it, make the next one: POST /api/v1/webhook-secrets.',
      );
    }
    return revealed;
  }
}
