import { Body, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { AdminController, Problems, type Shown } from '../http/api-docs.js';
import { Audited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { notFound, unprocessable } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { ListQuery } from '../lists/list-query.js';
import { MessageQueries } from '../messages/message-queries.repository.js';
import {
  ConversationPage,
  ConversationQuery,
  ConversationView,
  Pause,
  ThreadView,
} from './conversation.views.js';
import { Conversations } from './conversations.repository.js';

const MINUTE_MS = 60_000;

@AdminController('conversations')
@Needs('viewer')
export class ConversationsController {
  constructor(
    private readonly conversations: Conversations,
    private readonly messages: MessageQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Conversations, the latest first.' })
  @ApiOkResponse({ type: ConversationPage })
  async list(@Query() query: ConversationQuery): Promise<ConversationPage> {
    return this.conversations.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One conversation with a page of its messages.' })
  @ApiOkResponse({ type: ThreadView })
  @Problems(404)
  async read(@PathId('conversation') id: string, @Query() query: ListQuery): Promise<ThreadView> {
    return { ...(await this.stored(id)), messages: await this.messages.ofConversation(id, query) };
  }

  @Post(':id/pause')
  @Needs('editor')
  @Audited({ keepsReason: false })
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Gives the conversation to a person: until then no rule answers.',
    description: 'STOP, START and HELP are honoured all the same. Raises conversation.handed_over.',
  })
  @ApiOkResponse({ type: ConversationView })
  @Problems(404)
  async pause(@PathId('conversation') id: string, @Body() pause: Pause): Promise<ConversationView> {
    if (!(await this.conversations.pause(id, this.endOf(pause), pause.reason)))
      throw notFound('conversation');
    return this.stored(id);
  }

  @Post(':id/resume')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Ends a pause: rules answer again.' })
  @ApiOkResponse({ type: ConversationView })
  @Problems(404)
  async resume(@PathId('conversation') id: string): Promise<ConversationView> {
    if (!(await this.conversations.resume(id))) throw notFound('conversation');
    return this.stored(id);
  }

  private endOf({ minutes, until }: Pause): Date {
    if ((minutes === undefined) === (until === undefined)) {
      throw unprocessable('', 'Say either how many minutes, or until when.');
    }
    const now = this.clock.now();
    const end = until === undefined ? new Date(now.getTime() + (minutes ?? 0) * MINUTE_MS) : new Date(until);
    if (end <= now) throw unprocessable('/until', 'Name an instant that is still to come.');
    return end;
  }

  private async stored(id: string): Promise<Shown<ConversationView>> {
    const conversation = await this.conversations.find(id);
    if (conversation === undefined) throw notFound('conversation');
    return conversation;
  }
}
