import { Body, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { Needs } from '../http/required-role.js';
import { SandboxDesk } from './sandbox-desk.js';
import {
  HandsetMessage,
  HandsetQuery,
  HandsetView,
  SandboxDeliveryView,
  SandboxView,
} from './sandbox.views.js';

@AdminController('sandbox')
@Needs('viewer')
export class SandboxController {
  constructor(private readonly desk: SandboxDesk) {}

  @Get()
  @ApiOperation({ summary: 'Whether a sandbox plays the providers here, and how its customers can write.' })
  @ApiOkResponse({ type: SandboxView })
  read(): SandboxView {
    return { isRunning: this.desk.isRunning, lines: this.desk.lines() };
  }

  @Get('messages')
  @ApiOperation({
    summary: 'What a sandbox customer’s handset shows.',
    description: 'Ours are those that the sandbox accepted as the provider: the proof that they left.',
  })
  @ApiOkResponse({ type: HandsetView })
  @Problems(409)
  async handset(@Query() query: HandsetQuery): Promise<HandsetView> {
    return { items: await this.desk.handset(query) };
  }

  @Post('messages')
  @Needs('editor')
  @Unaudited('a sandbox customer does it')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'A sandbox customer writes.',
    description:
      'The sandbox signs the message as the provider does and posts it to this Heed’s own webhook route, over HTTP. Only where a sandbox runs.',
  })
  @ApiOkResponse({ type: SandboxDeliveryView })
  @Problems(409)
  async say(@Body() message: HandsetMessage): Promise<SandboxDeliveryView> {
    return this.desk.say(message);
  }
}
