import { Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AdminController, Problems } from '../http/api-docs.js';
import { ProblemException } from '../http/problem.js';
import { LiveTail } from './live-tail.js';

@AdminController('stream')
export class StreamController {
  constructor(private readonly tail: LiveTail) {}

  @Get()
  @ApiOperation({
    summary: 'The live tail: one server-sent event for each decision.',
    description:
      'event: decision, data: {id, decidedAt, event, verdict, sentence, message}. A comment every 15 s keeps the connection open.',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'Goes on until somebody ends it.' })
  @Problems(503)
  listen(@Res() reply: FastifyReply): void {
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
  }
}
