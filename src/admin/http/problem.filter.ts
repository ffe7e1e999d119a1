import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Log } from '../../platform/logging/log.js';
import { problemOf, ProblemException } from './problem.js';

/** Answers every failure as application/problem+json, and logs those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    this.answer(exception, host.switchToHttp().getResponse<FastifyReply>());
  }

  answer(exception: unknown, reply: FastifyReply): void {
    // The audit trail names a request by the same id.
    const requestId = reply.request.id;
    const problem = problemOf(exception, requestId, reply.request.routeOptions.bodyLimit);
    if (problem.instance !== undefined) this.log.error('A request failed.', exception, { requestId });
    // A stream that has begun cannot become an error any more.
    if (reply.sent || reply.raw.headersSent) return;
    if (exception instanceof ProblemException && exception.retryAfterSeconds !== undefined) {
      void reply.header('retry-after', String(exception.retryAfterSeconds));
    }
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }
}
