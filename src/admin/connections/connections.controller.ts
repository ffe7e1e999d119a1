import { Body, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { Needs } from '../http/required-role.js';
import { ConnectionDesk } from './connection-desk.js';
import {
  ConnectionChange,
  ConnectionPage,
  ConnectionTestView,
  ConnectionView,
  NewConnection,
  RegisteredWebhookPage,
  RegisteredWebhookView,
  WebhookChange,
  WebhookRegistrationRequest,
} from './connection.views.js';
import { ProviderSide } from './provider-side.js';

@AdminController('connections')
@Needs('administrator')
export class ConnectionsController {
  constructor(
    private readonly desk: ConnectionDesk,
    private readonly providerSide: ProviderSide,
  ) {}

  @Get()
  @Needs('viewer')
  @ApiOperation({ summary: 'The configured accounts at providers. Secrets are never shown.' })
  @ApiOkResponse({ type: ConnectionPage })
  async list(): Promise<ConnectionPage> {
    return { items: await this.desk.all(), nextCursor: null };
  }

  @Post()
  @ApiOperation({ summary: 'Makes a connection.' })
  @ApiCreatedResponse({ type: ConnectionView })
  @Problems(409)
  async create(@Body() wanted: NewConnection): Promise<ConnectionView> {
    return this.desk.create(wanted);
  }

  @Get(':id')
  @Needs('viewer')
  @ApiOperation({ summary: 'One connection.' })
  @ApiOkResponse({ type: ConnectionView })
  @Problems(404)
  async read(@PathId('connection') id: string): Promise<ConnectionView> {
    return this.desk.read(id);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Changes a connection; what is absent stays.',
    description:
      'A change releases an account that was held back. Of a connection that the environment or the demo made, only the settings can be changed, but for businessId and senderId.',
  })
  @ApiOkResponse({ type: ConnectionView })
  @Problems(404, 409)
  async change(@PathId('connection') id: string, @Body() change: ConnectionChange): Promise<ConnectionView> {
    return this.desk.change(id, change);
  }

  @Post(':id/test')
  @Unaudited('it changes nothing')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Checks what can be checked without sending a message.',
    description: 'Says honestly what it could not check: not every provider has a call that proves a key.',
  })
  @ApiOkResponse({ type: ConnectionTestView })
  @Problems(404, 409)
  async test(@PathId('connection') id: string): Promise<ConnectionTestView> {
    return this.providerSide.test(id);
  }

  @Post(':id/register-webhooks')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Has the provider call this Heed for every topic (Connectly).' })
  @ApiOkResponse({ type: RegisteredWebhookPage })
  @Problems(404, 409, 502)
  async register(
    @PathId('connection') id: string,
    @Body() { publicUrl }: WebhookRegistrationRequest,
  ): Promise<RegisteredWebhookPage> {
    return { items: await this.providerSide.register(id, publicUrl), nextCursor: null };
  }

  @Get(':id/webhooks')
  @ApiOperation({ summary: 'What is registered at the provider (Connectly).' })
  @ApiOkResponse({ type: RegisteredWebhookPage })
  @Problems(404, 409, 502)
  async webhooks(@PathId('connection') id: string): Promise<RegisteredWebhookPage> {
    return { items: await this.providerSide.webhooks(id), nextCursor: null };
  }

  @Put(':id/webhooks/:webhookId')
  @ApiOperation({ summary: 'Changes the address of one registration.' })
  @ApiOkResponse({ type: RegisteredWebhookView })
  @Problems(404, 409, 502)
  async changeWebhook(
    @PathId('connection') id: string,
    @Param('webhookId') webhookId: string,
    @Body() { address }: WebhookChange,
  ): Promise<RegisteredWebhookView> {
    return this.providerSide.changeWebhook(id, webhookId, address);
  }

  @Delete(':id/webhooks/:webhookId')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Removes one registration: the provider no longer calls for its topic.' })
  @ApiNoContentResponse()
  @Problems(404, 409, 502)
  async removeWebhook(
    @PathId('connection') id: string,
    @Param('webhookId') webhookId: string,
  ): Promise<void> {
    await this.providerSide.removeWebhook(id, webhookId);
  }
}
