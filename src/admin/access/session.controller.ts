import { Body, Delete, Get, Headers, HttpCode, HttpStatus, Inject, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '../../access/identity.js';
import { Sessions } from '../../access/session.repository.js';
import { SignIn, type Client } from '../../access/sign-in.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { RequestingClient } from '../http/client.js';
import { unprocessable } from '../http/problem.js';
import { Caller } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { noSessionCookie, sessionCookie, sessionTokenIn } from '../http/session-cookie.js';
import { refusedPassword, unlessTooBusy } from './refused-password.js';
import { signedInUser, viewOfIdentity } from './session-view.js';
import { Credentials, PasswordChange, SessionView } from './session.views.js';

/** The caller's own session. */
@AdminController('session')
@Needs('viewer')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who you are, and what role you have.' })
  @ApiOkResponse({ type: SessionView })
  read(@Caller() caller: Identity): SessionView {
    return viewOfIdentity(caller);
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  @Needs('anyone')
  @Unaudited('its entry is written with the change')
  @ApiOperation({
    summary: 'Signs in: the answer sets the session’s cookie.',
    description:
      'One answer for a wrong password and for an account that does not exist. After five wrong passwords the account has to wait, longer each time; an administrator can unlock it.',
    security: [],
  })
  @ApiOkResponse({ type: SessionView })
  @Problems(429, 503)
  async enter(
    @Body() { email, password }: Credentials,
    @RequestingClient() client: Client,
    @Headers('cookie') cookie: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const outcome = await unlessTooBusy(this.signIn.enter(email, password, client));
    if (outcome.kind !== 'signed_in')
      throw refusedPassword(outcome, 'The e-mail address or the password is wrong.');
    const { http } = this.runtime.config;
    const earlier = sessionTokenIn(cookie, http);
    if (earlier !== undefined) await this.sessions.endByToken(earlier);
    void reply.header('set-cookie', sessionCookie(outcome.token, outcome.identity.endsAt, http));
    return viewOfIdentity(outcome.identity);
  }

  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Signs out.' })
  @ApiNoContentResponse()
  @Problems(409)
  async leave(@Caller() caller: Identity, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { userId, sessionId } = signedInUser(caller);
    await this.sessions.end(userId, sessionId);
    void reply.header('set-cookie', noSessionCookie(this.runtime.config.http));
  }

  @Post('password')
  @HttpCode(HttpStatus.OK)
  @Unaudited('its entry is written with the change')
  @ApiOperation({ summary: 'Changes your password. You are signed out everywhere else.' })
  @ApiOkResponse({ type: SessionView })
  @Problems(409, 429, 503)
  async changePassword(
    @Body() { currentPassword, newPassword }: PasswordChange,
    @Caller() caller: Identity,
    @RequestingClient() client: Client,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const given = { current: currentPassword, wanted: newPassword };
    const outcome = await unlessTooBusy(this.signIn.changePassword(signedInUser(caller), given, client));
    switch (outcome.kind) {
      case 'changed': {
        const { token, identity } = outcome;
        void reply.header('set-cookie', sessionCookie(token, identity.endsAt, this.runtime.config.http));
        return viewOfIdentity(identity);
      }
      case 'unfit':
        throw unprocessable('/newPassword', outcome.problem);
      case 'wrong':
        throw unprocessable('/currentPassword', 'This is not your present password.');
      case 'wait':
        throw refusedPassword(outcome, '');
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }
}
