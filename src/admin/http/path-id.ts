import { Param, ParseUUIDPipe } from '@nestjs/common';
import { notFound } from './problem.js';

/** The id in a path. What is no UUID names nothing, and is answered like any unknown id. */
export function PathId(what: string): ParameterDecorator {
  return Param('id', new ParseUUIDPipe({ exceptionFactory: () => notFound(what) }));
}
