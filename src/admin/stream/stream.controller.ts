import { Get, Headers, HttpStatus, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { AdminController, Problems } from '../http/api-docs.js';
import { ProblemException } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { LiveTail } from './live-tail.js';
import { StreamQuery } from './stream.views.js';

/** A listener comes back by itself, and is asked again who they are: whoever may not listen any more is gone by then. */
const LONGEST_STREAM_MS = 15 * 60_000;

@AdminController('stream')
@Needs('viewer')
export class StreamController {
  constructor(private readonly tail: LiveTail) {}

  @Get()
  @ApiOperation({
    summary: 'The live tail: one server-sent event for each decision.',
    description:
      'event: decision, data: {id, decidedAt, event, verdict, sentence, message}. A comment every 15 s keeps the connection open; after 15 minutes it ends, and an EventSource opens another.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Goes on after this event. An EventSource sends it by itself when it comes back.',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'Goes on until somebody ends it, 15 minutes at most.' })
  @Problems(503)
  async listen(
    @Query() { last }: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (this.tail.isFull) {
      throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, 'Too many listen already. Try again later.');
    }
    reply.hijack();
    reply.raw.writeHead(HttpStatus.OK, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies such as nginx would keep the events back until a buffer is full.
      'x-accel-buffering': 'no',
    });
    this.tail.add(reply.raw);
    const end = setTimeout(() => reply.raw.end(), LONGEST_STREAM_MS);
    reply.raw.once('close', () => clearTimeout(end));
    const canGoOn = lastEventId !== undefined && isUUID(lastEventId);
    const from = canGoOn ? { afterId: lastEventId } : { last };
    await this.tail.tellEarlier(reply.raw, from).catch(() => reply.raw.destroy());
  }
}
