import { HttpStatus } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { ProblemException } from './problem.js';

/** Deeper than any body that means something; rules, the deepest, are refused well before. */
export const MAX_BODY_DEPTH = 100;

/** Refuses bodies that are nested without end: `JSON.parse` takes them, and whatever walks through them afterwards runs out of stack. */
export function refuseDeepBodies(server: FastifyInstance): void {
  server.addHook('preValidation', async ({ body }) => {
    if (!isDeeperThan(body, MAX_BODY_DEPTH)) return;
    const detail = `The body is nested deeper than ${MAX_BODY_DEPTH} levels.`;
    throw new ProblemException(HttpStatus.BAD_REQUEST, detail);
  });
}

/** Level by level, so that it needs no stack of its own. Bytes and texts have no levels. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value].filter(isNested);
  for (let deep = 0; level.length > 0; deep += 1) {
    if (deep >= depth) return true;
    level = level.flatMap((each): unknown[] => Object.values(each)).filter(isNested);
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
