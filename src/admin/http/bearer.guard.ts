import { HttpStatus, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { sameSecret } from '../../platform/security/constant-time.js';
import { ProblemException } from './problem.js';

/** Whose act it is, in revisions and in the consent ledger: the one token belongs to no person. */
export const API_ACTOR = 'api token';

const BEARER = /^Bearer +(\S+)$/i;

/** Lets in whoever has the API token. Without a configured token nobody is let in. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  canActivate(context: ExecutionContext): boolean {
    const { apiToken } = this.runtime;
    if (apiToken === undefined) {
      throw new ProblemException(
        HttpStatus.UNAUTHORIZED,
        'This Heed has no API token: set HEED_API_TOKEN to 32 characters or more, and restart.',
      );
    }
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const [, given] = BEARER.exec(authorization ?? '') ?? [];
    if (given !== undefined && sameSecret(given, apiToken)) return true;
    throw new ProblemException(
      HttpStatus.UNAUTHORIZED,
      'Send the API token as "Authorization: Bearer <token>".',
    );
  }
}
