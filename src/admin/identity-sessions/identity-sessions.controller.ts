import { Body, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ConnectionRegistry, DEFAULT_CONNECTION } from '../../connections/connection-registry.js';
import { parseAddress } from '../../messaging/address.js';
import { storableText } from '../../messaging/untrusted.js';
import { connectionNamed } from '../connections/connection-choice.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { notFound, unprocessable } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { IdentityLinkRequest, IdentitySessionView } from './identity-session.views.js';
import { IdentitySessions } from './identity-sessions.repository.js';

const MAX_ID_LENGTH = 200;

@AdminController('identity-sessions')
@Needs('viewer')
export class IdentitySessionsController {
  constructor(
    private readonly sessions: IdentitySessions,
    private readonly connections: ConnectionRegistry,
  ) {}

  @Put(':id')
  @Needs('editor')
  @ApiOperation({
    summary: 'Says whose identity check a session of the provider is.',
    description:
      'The provider’s events name the session only. Without a link they are stored and answered to nobody.',
  })
  @ApiOkResponse({ type: IdentitySessionView })
  async link(@Param('id') id: string, @Body() wanted: IdentityLinkRequest): Promise<IdentitySessionView> {
    const sessionId = storableText(id);
    if (sessionId.length > MAX_ID_LENGTH)
      throw unprocessable('/id', `Use at most ${MAX_ID_LENGTH} characters.`);
    const address = parseAddress(wanted.address);
    if (address === undefined)
      throw unprocessable('/address', 'Write a number like +2207654321 or an e-mail address.');
    const connection = connectionNamed(
      this.connections,
      wanted.connection ?? `contiguity/${DEFAULT_CONNECTION}`,
    );
    const channel = wanted.channel ?? (address.kind === 'email' ? 'email' : 'sms');
    await this.sessions.link({ connectionId: connection.id, sessionId, address, channel });
    return this.read(sessionId);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Whose identity check a session is, and how far it has come.' })
  @ApiOkResponse({ type: IdentitySessionView })
  @Problems(404)
  async read(@Param('id') id: string): Promise<IdentitySessionView> {
    const session = await this.sessions.find(storableText(id));
    if (session === undefined) throw notFound('identity session');
    return session;
  }
}
