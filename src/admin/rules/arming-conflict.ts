import { HttpStatus } from '@nestjs/common';
import type { Arming } from '../../dry-run/arming-gate.js';
import { ProblemException } from '../http/problem.js';

/** Tells the caller that a rule needs a dry run before it goes live: 409, with `/dryRunId` as the field that is missing or wrong. */
export function orArmingConflict(arming: Arming): Extract<Arming, { ok: true }> {
  if (arming.ok) return arming;
  const errors = [{ pointer: '/dryRunId', detail: 'Run a dry run of exactly this rule, and give its id.' }];
  throw new ProblemException(HttpStatus.CONFLICT, arming.why, errors);
}
