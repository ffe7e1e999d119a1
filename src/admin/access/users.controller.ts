import { Body, Get, HttpCode, HttpStatus, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '../../access/identity.js';
import type { NewLink } from '../../access/one-time-link.repository.js';
import { SignInTries } from '../../access/sign-in-tries.repository.js';
import { Users, type User } from '../../access/user.repository.js';
import { welcomeUrl } from '../../access/welcome-url.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound } from '../http/problem.js';
import { ActingHere } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { ListQuery, positionOf } from '../lists/list-query.js';
import { pageOf } from '../lists/page.js';
import { InvitedUserView, NewUser, UserPage, UserPatch, UserView } from './user.views.js';

@AdminController('users')
@Needs('administrator')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly tries: SignInTries,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who may sign in, and who might once, the newest first.' })
  @ApiOkResponse({ type: UserPage })
  async list(@Query() query: ListQuery): Promise<UserPage> {
    const users = await this.users.list(query.limit + 1, positionOf(query));
    return pageOf(users, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  }

  @Post()
  @Unaudited('its entry is written with the change')
  @ApiOperation({ summary: 'Invites somebody: answers the link with which they set their password.' })
  @ApiCreatedResponse({ type: InvitedUserView })
  @Problems(409)
  async invite(
    @Body() wanted: NewUser,
    @ActingHere() acting: Acting,
    @Req() request: FastifyRequest,
  ): Promise<InvitedUserView> {
    const invitation = await this.users.invite(wanted, acting);
    if (invitation.kind === 'invited') return this.withLink(invitation.user, invitation.link, request);
    throw conflict('There is a user with this e-mail address. Make them a new link, or change their role.');
  }

  @Get(':id')
  @ApiOperation({ summary: 'One user.' })
  @ApiOkResponse({ type: UserView })
  @Problems(404)
  async read(@PathId('user') id: string): Promise<UserView> {
    return this.stored(id);
  }

  @Patch(':id')
  @Unaudited('its entry is written with the change')
  @ApiOperation({
    summary: 'Gives a user another role, or lets them in no more, or again.',
    description: 'The user is signed out everywhere. The last administrator who can sign in stays one.',
  })
  @ApiOkResponse({ type: UserView })
  @Problems(404, 409)
  async change(
    @PathId('user') id: string,
    @Body() patch: UserPatch,
    @ActingHere() acting: Acting,
  ): Promise<UserView> {
    const outcome = await this.users.change(id, patch, acting);
    switch (outcome.kind) {
      case 'changed':
        return outcome.user;
      case 'unknown':
        throw notFound('user');
      case 'last_administrator':
        throw conflict('This is the last administrator who can sign in. Make somebody else one first.');
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }

  @Post(':id/link')
  @HttpCode(HttpStatus.OK)
  @Unaudited('its entry is written with the change')
  @ApiOperation({
    summary: 'A new link with which the user sets a password: an invitation again, or a reset.',
    description: 'An earlier link is void from then on. The present password is good until the link is used.',
  })
  @ApiOkResponse({ type: InvitedUserView })
  @Problems(404, 409)
  async link(
    @PathId('user') id: string,
    @ActingHere() acting: Acting,
    @Req() request: FastifyRequest,
  ): Promise<InvitedUserView> {
    const renewal = await this.users.renewLink(id, acting);
    switch (renewal.kind) {
      case 'renewed':
        return this.withLink(renewal.user, renewal.link, request);
      case 'unknown':
        throw notFound('user');
      case 'deactivated':
        throw conflict('This user is deactivated. Activate them first.');
      default: {
        const never: never = renewal;
        return never;
      }
    }
  }

  @Post(':id/unlock')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Forgets the wrong passwords: the user may try again at once.' })
  @ApiNoContentResponse()
  @Problems(404)
  async unlock(@PathId('user') id: string): Promise<void> {
    await this.tries.forgive((await this.stored(id)).email);
  }

  private async stored(id: string): Promise<User> {
    const user = await this.users.find(id);
    if (user === undefined) throw notFound('user');
    return user;
  }

  /** Under the public address, or under the one by which the administrator has reached Heed. */
  private withLink(user: User, { token, expiresAt }: NewLink, request: FastifyRequest): InvitedUserView {
    const base = this.runtime.config.http.publicUrl ?? `${request.protocol}://${request.headers.host ?? ''}`;
    return { user, link: welcomeUrl(base, token), expiresAt };
  }
}
