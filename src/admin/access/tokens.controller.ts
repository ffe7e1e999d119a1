import { Body, Delete, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiTokens, type ApiTokenRow } from '../../access/api-token.repository.js';
import type { Acting } from '../../access/identity.js';
import { asRole } from '../../access/role.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdminController, Problems, type Shown } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { notFound, unprocessable } from '../http/problem.js';
import { ActingHere } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { ListQuery, positionOf } from '../lists/list-query.js';
import { pageOf } from '../lists/page.js';
import { NewToken, NewTokenView, TokenPage, type TokenView } from './token.views.js';

@AdminController('tokens')
@Needs('administrator')
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The API tokens that are not revoked, the newest first. None is shown itself.' })
  @ApiOkResponse({ type: TokenPage })
  async list(@Query() query: ListQuery): Promise<TokenPage> {
    const rows = await this.tokens.list(query.limit + 1, positionOf(query));
    const page = pageOf(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
    return { ...page, items: page.items.map(viewOf) };
  }

  @Post()
  @Unaudited('its entry is written with the change')
  @ApiOperation({ summary: 'Makes a token for a program. The answer shows it, this once.' })
  @ApiCreatedResponse({ type: NewTokenView })
  async create(@Body() wanted: NewToken, @ActingHere() acting: Acting): Promise<NewTokenView> {
    const { name, role } = wanted;
    const expiresAt = wanted.expiresAt === undefined ? undefined : new Date(wanted.expiresAt);
    if (expiresAt !== undefined && expiresAt <= this.clock.now()) {
      throw unprocessable('/expiresAt', 'Name an instant that is still to come.');
    }
    const { token, row } = await this.tokens.create({ name, role, expiresAt }, acting);
    return { ...viewOf(row), token };
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Unaudited('its entry is written with the change')
  @ApiOperation({ summary: 'Revokes a token: it is refused from now on.' })
  @ApiNoContentResponse()
  @Problems(404)
  async revoke(@PathId('token') id: string, @ActingHere() acting: Acting): Promise<void> {
    if (!(await this.tokens.revoke(id, acting))) throw notFound('token');
  }
}

function viewOf(row: ApiTokenRow): Shown<TokenView> {
  const { id, name, createdBy, createdAt, expiresAt, lastUsedOn } = row;
  const day = lastUsedOn === null ? null : lastUsedOn.toISOString().slice(0, 10);
  return { id, name, role: asRole(row.role), createdBy, createdAt, expiresAt, lastUsedOn: day };
}
