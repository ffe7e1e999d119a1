import { Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Dispatcher } from '../../inbox/dispatcher.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound, ProblemException } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { EventDetailView, EventPage, EventQuery, ReplayView } from './event.views.js';
import { InboxQueries } from './inbox-queries.repository.js';
import { Replays } from './replay.repository.js';

@AdminController('events')
@Needs('viewer')
export class EventsController {
  constructor(
    private readonly inbox: InboxQueries,
    private readonly replays: Replays,
    private readonly dispatcher: Dispatcher,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Stored webhooks, newest first.' })
  @ApiOkResponse({ type: EventPage })
  async list(@Query() query: EventQuery): Promise<EventPage> {
    return this.inbox.list(query);
  }

  @Get(':id')
  @Needs('editor')
  @ApiOperation({ summary: 'One stored webhook with its raw body.' })
  @ApiOkResponse({ type: EventDetailView })
  @Problems(404)
  async read(@PathId('event') id: string): Promise<EventDetailView> {
    const event = await this.inbox.find(id);
    if (event === undefined) throw notFound('event');
    return event;
  }

  @Post(':id/replay')
  @Needs('editor')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Has an event that is processed, quarantined or failed handled once more.',
    description: 'What it caused before is not done twice: a processed event adds nothing.',
  })
  @ApiAcceptedResponse({ type: ReplayView })
  @Problems(404, 409, 410)
  async replay(@PathId('event') id: string): Promise<ReplayView> {
    const replay = await this.replays.replay(id);
    switch (replay.kind) {
      case 'replayed':
        this.dispatcher.wake();
        return { id, state: 'received' };
      case 'unknown':
        throw notFound('event');
      case 'gone':
        throw new ProblemException(HttpStatus.GONE, replay.why);
      case 'refused':
        throw conflict(replay.why);
      default: {
        const never: never = replay;
        return never;
      }
    }
  }
}
