import { STATUS_CODES } from 'node:http';
import { HttpException, HttpStatus } from '@nestjs/common';

/** One thing that is wrong with a request: where, as a JSON pointer (RFC 6901) into the body or the query, and what to do about it. */
export type FieldProblem = { readonly pointer: string; readonly detail: string };

/** An error answer. Source: https://www.rfc-editor.org/rfc/rfc9457 */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Names this very failure; the log holds the same id. */
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
};

/** Ends a request with a problem. `detail` is a sentence for the caller and never holds internals. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    /** For 429 and 503: when it is worth trying again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(detail, status);
  }
}

export function notFound(what: string): ProblemException {
  return new ProblemException(HttpStatus.NOT_FOUND, `There is no such ${what}.`);
}

export function conflict(detail: string): ProblemException {
  return new ProblemException(HttpStatus.CONFLICT, detail);
}

/** The same request is welcome later. */
export function later(status: 429 | 503, detail: string, retryAfterSeconds: number): ProblemException {
  return new ProblemException(status, detail, [], retryAfterSeconds);
}

export function unprocessable(pointer: string, detail: string): ProblemException {
  return invalid([{ pointer, detail }]);
}

/** The request was readable, and something it says cannot be. */
export function invalid(errors: readonly FieldProblem[]): ProblemException {
  const [first] = errors;
  const detail =
    errors.length === 1 && first !== undefined
      ? `${first.pointer === '' ? 'The request' : first.pointer}: ${first.detail}`
      : `The request has ${errors.length} problems.`;
  return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, detail, errors);
}

/** What a caller is told of a failure. Whatever is not meant for callers becomes the same plain 500. */
export function problemOf(exception: unknown, requestId: string, bodyLimitBytes?: number): Problem {
  if (exception instanceof ProblemException) {
    const { detail, errors } = exception;
    return { ...problem(exception.getStatus(), detail), ...(errors.length > 0 && { errors }) };
  }
  const status = statusOf(exception);
  if (status === 413 && bodyLimitBytes !== undefined) {
    return problem(
      status,
      `The body is larger than ${bodyLimitBytes} bytes, the most that this route takes.`,
    );
  }
  if (status >= 400 && status < 500) return problem(status, DETAILS[status] ?? 'The request was refused.');
  const detail = 'Something went wrong on this side; the log has it under the instance’s id.';
  return { ...problem(HttpStatus.INTERNAL_SERVER_ERROR, detail), instance: `urn:uuid:${requestId}` };
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  // What Fastify refuses before any handler runs: a body that is no JSON, or too large.
  return exception instanceof Error && 'statusCode' in exception && typeof exception.statusCode === 'number'
    ? exception.statusCode
    : HttpStatus.INTERNAL_SERVER_ERROR;
}

function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

/** For refusals of the framework, whose own messages quote the request or name its parts. */
const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read. Is its body JSON, and its path written as in a URL?',
  404: 'There is no such route. /docs lists them all.',
  413: 'The body is too large.',
  415: 'Send the body as application/json.',
};
