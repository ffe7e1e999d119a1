import { Delete, Get, HttpCode, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../../access/identity.js';
import { Sessions } from '../../access/session.repository.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { Caller } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { noSessionCookie } from '../http/session-cookie.js';
import { signedInUser } from './session-view.js';
import { OwnSessionPage } from './session.views.js';

/** Where the caller is signed in. */
@AdminController('sessions')
@Needs('viewer')
export class OwnSessionsController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The browsers in which you are signed in, the latest used first.' })
  @ApiOkResponse({ type: OwnSessionPage })
  @Problems(409)
  async list(@Caller() caller: Identity): Promise<OwnSessionPage> {
    const { userId, sessionId } = signedInUser(caller);
    const sessions = await this.sessions.ofUser(userId);
    const items = sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }));
    return { items, nextCursor: null };
  }

  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Signs you out everywhere, here too.' })
  @ApiNoContentResponse()
  @Problems(409)
  async endAll(@Caller() caller: Identity, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endAll(signedInUser(caller).userId);
    void reply.header('set-cookie', noSessionCookie(this.runtime.config.http));
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Ends one of your sessions.' })
  @ApiNoContentResponse()
  @Problems(404, 409)
  async end(@PathId('session') id: string, @Caller() caller: Identity): Promise<void> {
    if (!(await this.sessions.end(signedInUser(caller).userId, id))) throw notFound('session of yours');
  }
}
