import { Body, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems, type Shown } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound, unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import type { Page } from '../lists/page.js';
import { ManualMessages } from '../messages/manual-messages.repository.js';
import {
  DraftToSend,
  ModelCallDetailView,
  ModelCallPage,
  ModelCallQuery,
  ModelCallView,
} from './model-call.views.js';
import { ModelCalls } from './model-calls.repository.js';

@AdminController('model-calls')
@Needs('viewer')
export class ModelCallsController {
  constructor(
    private readonly calls: ModelCalls,
    private readonly manual: ManualMessages,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Questions to the language model that rules asked for, the newest first.',
    description: '`state=draft` are the answers that wait for a person.',
  })
  @ApiOkResponse({ type: ModelCallPage })
  async list(@Query() query: ModelCallQuery): Promise<Page<ModelCallView>> {
    return this.calls.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One question, with what was asked and what the model said.' })
  @ApiOkResponse({ type: ModelCallDetailView })
  @Problems(404)
  async read(@PathId('model call') id: string): Promise<Shown<ModelCallDetailView>> {
    return this.stored(id);
  }

  @Post(':id/send')
  @Needs('editor')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Sends a draft, as it is or as the person has changed it.',
    description:
      'It is that person’s message, as one sent by POST /api/v1/messages: it leaves through the same permit, and the rules stay away afterwards.',
  })
  @ApiAcceptedResponse({ type: ModelCallDetailView })
  @Problems(404, 409)
  async send(
    @PathId('model call') id: string,
    @Body() { text: changed }: DraftToSend,
    @Actor() actor: string,
  ): Promise<Shown<ModelCallDetailView>> {
    const call = await this.stored(id);
    if (call.state !== 'draft') throw noDraft(call.state);
    const text = changed ?? call.answer;
    if (text === null) throw unprocessable('/text', 'The draft has no text any more; write one.');
    const message = await this.calls.messageFor(call, text);
    if (message === undefined) throw conflict('The message that it answers is not on record any more.');
    // The key makes it one message, however often it is asked for in the same moment.
    const messageId = await this.manual.send(message, `model-call:${id}`, actor);
    await this.calls.noteSent(id, { messageId, text, actor });
    return this.stored(id);
  }

  @Post(':id/discard')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Puts a draft aside: it is not sent.' })
  @ApiOkResponse({ type: ModelCallDetailView })
  @Problems(404, 409)
  async discard(
    @PathId('model call') id: string,
    @Actor() actor: string,
  ): Promise<Shown<ModelCallDetailView>> {
    const isDiscarded = await this.calls.discard(id, actor);
    const call = await this.stored(id);
    if (!isDiscarded) throw noDraft(call.state);
    return call;
  }

  private async stored(id: string): Promise<Shown<ModelCallDetailView>> {
    const call = await this.calls.find(id);
    if (call === undefined) throw notFound('model call');
    return call;
  }
}

function noDraft(state: string): Error {
  return conflict(`Only a draft can be sent or discarded; this one is ${state}.`);
}
