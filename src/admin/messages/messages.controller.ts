import { Body, Get, Headers, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems, type Shown } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { notFound, unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { Explanations } from './explanation.repository.js';
import { ExplanationView } from './explanation.views.js';
import { ManualMessages } from './manual-messages.repository.js';
import { MessageQueries } from './message-queries.repository.js';
import { MessageQuery } from './message-query.js';
import { MessageDetailView, MessagePage, MessageView } from './message.views.js';
import { NewMessage } from './new-message.views.js';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

@AdminController('messages')
@Needs('viewer')
export class MessagesController {
  constructor(
    private readonly messages: MessageQueries,
    private readonly explanations: Explanations,
    private readonly manual: ManualMessages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Messages in both directions, newest first.' })
  @ApiOkResponse({ type: MessagePage })
  async list(@Query() query: MessageQuery): Promise<MessagePage> {
    return this.messages.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One message with everything that happened to it.' })
  @ApiOkResponse({ type: MessageDetailView })
  @Problems(404)
  async read(@PathId('message') id: string): Promise<MessageDetailView> {
    const message = await this.stored(id);
    return { ...message, ...(await this.messages.history(id)) };
  }

  @Get(':id/explain')
  @ApiOperation({
    summary: 'Why a message was answered, or was not; of one of ours, why it was sent.',
    description: 'The verdict is null for a message sent by hand, and while nothing is decided.',
  })
  @ApiOkResponse({ type: ExplanationView })
  @Problems(404)
  async explain(@PathId('message') id: string): Promise<ExplanationView> {
    const explanation = await this.explanations.explain(id);
    if (explanation === undefined) throw notFound('message');
    return explanation;
  }

  @Post()
  @Needs('editor')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Queues a message that a person wrote.',
    description:
      'It leaves through the same permit as every other message: consent, service window, send rate.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same key to the same customer again queues nothing and answers the first message.',
  })
  @ApiAcceptedResponse({ type: MessageView })
  @Problems(409)
  async send(
    @Body() message: NewMessage,
    @Headers('idempotency-key') key: string | undefined,
    @Actor() actor: string,
  ): Promise<MessageView> {
    if (key !== undefined && !IDEMPOTENCY_KEY.test(key)) {
      throw unprocessable('', 'An Idempotency-Key has 1 to 100 visible ASCII characters.');
    }
    return this.stored(await this.manual.send(message, key, actor));
  }

  @Post(':id/resend')
  @Needs('editor')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Queues a message of unknown fate once more.',
    description:
      'The customer may get it twice: the first one may have arrived. It can be done once for each message.',
  })
  @ApiAcceptedResponse({ type: MessageView })
  @Problems(404, 409)
  async resend(@PathId('message') id: string, @Actor() actor: string): Promise<MessageView> {
    return this.stored(await this.manual.resend(id, actor));
  }

  private async stored(id: string): Promise<Shown<MessageView>> {
    const message = await this.messages.find(id);
    if (message === undefined) throw notFound('message');
    return message;
  }
}
