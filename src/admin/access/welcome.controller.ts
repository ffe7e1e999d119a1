import { Body, HttpCode, HttpStatus, Inject, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { isEmail } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Client } from '../../access/sign-in.js';
import { Welcome } from '../../access/welcome.repository.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { RequestingClient } from '../http/client.js';
import { ProblemException, unprocessable } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { sessionCookie } from '../http/session-cookie.js';
import { unlessTooBusy } from './refused-password.js';
import { viewOfIdentity } from './session-view.js';
import { Acceptance, GreetingView, LinkToken, SessionView } from './session.views.js';

/** What the page behind a one-time link asks. The link's token comes in the body, because addresses are written into logs. */
@AdminController('welcome')
@Needs('anyone')
export class WelcomeController {
  constructor(
    private readonly welcome: Welcome,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Post('read')
  @HttpCode(HttpStatus.OK)
  @Unaudited('it changes nothing')
  @ApiOperation({ summary: 'What a one-time link is for. It stays good.', security: [] })
  @ApiOkResponse({ type: GreetingView })
  @Problems(404)
  async read(@Body() { token }: LinkToken): Promise<GreetingView> {
    const greeting = await this.welcome.greet(token);
    if (greeting === undefined) throw voidLink();
    return { ...greeting, email: greeting.email ?? null };
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  @Unaudited('its entry is written with the change')
  @ApiOperation({
    summary: 'Sets the password that a one-time link is for, and signs in.',
    description: 'The link is used up by it. An unfit password leaves it as it is.',
    security: [],
  })
  @ApiOkResponse({ type: SessionView })
  @Problems(404, 503)
  async accept(
    @Body() wanted: Acceptance,
    @RequestingClient() client: Client,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (wanted.email !== undefined && !isEmail(wanted.email)) {
      throw unprocessable('/email', 'Write an e-mail address.');
    }
    const outcome = await unlessTooBusy(this.welcome.accept(wanted, client));
    switch (outcome.kind) {
      case 'entered': {
        const { token, identity } = outcome;
        void reply.header('set-cookie', sessionCookie(token, identity.endsAt, this.runtime.config.http));
        return viewOfIdentity(identity);
      }
      case 'void':
        throw voidLink();
      case 'email_needed':
        throw unprocessable('/email', 'Say the e-mail address with which you will sign in.');
      case 'unfit':
        throw unprocessable('/password', outcome.problem);
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }
}

function voidLink(): ProblemException {
  return new ProblemException(
    HttpStatus.NOT_FOUND,
    'This link is unknown, used or expired. An administrator can make a new one; while nobody has signed up, Heed prints one at each start.',
  );
}
