import { Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import type { Page } from '../lists/page.js';
import { WebhookCallPage, WebhookCallQuery, WebhookCallView } from './webhook-call.views.js';
import { WebhookCalls } from './webhook-calls.repository.js';

@AdminController('webhook-calls')
export class WebhookCallsController {
  constructor(private readonly calls: WebhookCalls) {}

  @Get()
  @Needs('viewer')
  @ApiOperation({ summary: 'Calls of other systems that rules asked for, the newest first.' })
  @ApiOkResponse({ type: WebhookCallPage })
  async list(@Query() query: WebhookCallQuery): Promise<Page<WebhookCallView>> {
    return this.calls.list(query);
  }

  @Get(':id')
  @Needs('viewer')
  @ApiOperation({ summary: 'One call.' })
  @ApiOkResponse({ type: WebhookCallView })
  @Problems(404)
  async read(@PathId('webhook call') id: string): Promise<WebhookCallView> {
    return this.stored(id);
  }

  @Post(':id/retry')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Makes a failed call again, under the same id.' })
  @ApiOkResponse({ type: WebhookCallView })
  @Problems(404, 409)
  async retry(@PathId('webhook call') id: string): Promise<WebhookCallView> {
    const isQueued = await this.calls.retry(id);
    const call = await this.stored(id);
    if (!isQueued) {
      throw conflict(
        call.state === 'failed'
          ? 'What it said was erased with its contact: it cannot be made again.'
          : `Only a failed call can be made again; this one is ${call.state}.`,
      );
    }
    return call;
  }

  private async stored(id: string): Promise<WebhookCallView> {
    const call = await this.calls.find(id);
    if (call === undefined) throw notFound('webhook call');
    return call;
  }
}
