import { HttpStatus, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ApiTokens } from '../../access/api-token.repository.js';
import type { Identity } from '../../access/identity.js';
import { covers, type Role } from '../../access/role.js';
import { Sessions } from '../../access/session.repository.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { sameSecret } from '../../platform/security/constant-time.js';
import { originClaim } from './own-origin.js';
import { ProblemException } from './problem.js';
import { keepIdentity } from './request-identity.js';
import { neededAccess } from './required-role.js';
import { sessionTokenIn } from './session-cookie.js';

const BEARER = /^Bearer +(\S+)$/i;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets in whoever is known and has the role that the route needs. A token in the Authorization header wins over a session's cookie; a cookie,
 * which browsers also send for other sites' pages, counts for a change only from a page of ours.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
    private readonly reflector: Reflector,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const needed = neededAccess(this.reflector, context);
    if (needed === 'anyone') {
      // Nobody is signed in, or it does not matter; but another site's page must not sign its visitor in here as somebody else.
      this.refuseForeign(request, 'unless_said');
      return true;
    }
    const identity = await this.identify(request);
    refuseLower(identity.role, needed);
    keepIdentity(request, identity);
    return true;
  }

  /** Who sent a request, by its headers alone. Throws the answer to whoever is unknown. */
  async identify(request: FastifyRequest): Promise<Identity> {
    const { authorization, cookie } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization);
    const secret = sessionTokenIn(cookie, this.runtime.config.http);
    if (secret === undefined) {
      throw unauthorized('Sign in, or send an API token as "Authorization: Bearer <token>".');
    }
    const identity = await this.sessions.identify(secret);
    if (identity === undefined) throw unauthorized('Your session has ended. Sign in again.');
    this.refuseForeign(request, 'always');
    return identity;
  }

  private async byToken(authorization: string): Promise<Identity> {
    const [, given] = BEARER.exec(authorization) ?? [];
    if (given === undefined) throw unauthorized('Send the API token as "Authorization: Bearer <token>".');
    const { apiToken } = this.runtime;
    if (apiToken !== undefined && sameSecret(given, apiToken)) {
      return { kind: 'environment_token', role: 'administrator' };
    }
    const identity = await this.tokens.identify(given);
    if (identity !== undefined) return identity;
    throw unauthorized('This API token is unknown, revoked or expired. An administrator can make a new one.');
  }

  private refuseForeign({ method, headers }: FastifyRequest, mustBeSaid: 'always' | 'unless_said'): void {
    if (SAFE_METHODS.has(method)) return;
    const claim = originClaim(headers, this.runtime.config.http.publicUrl);
    if (claim === 'ours' || (claim === 'unsaid' && mustBeSaid === 'unless_said')) return;
    throw new ProblemException(
      HttpStatus.FORBIDDEN,
      'With a session’s cookie, changes can be made from Heed’s own page only. Open Heed at its own address (HEED_PUBLIC_URL names the public one); a program sends an API token instead of the cookie.',
    );
  }
}

function refuseLower(held: Role, needed: Role): void {
  if (covers(held, needed)) return;
  throw new ProblemException(
    HttpStatus.FORBIDDEN,
    `This needs the role ${needed}; yours is ${held}. An administrator can give you another.`,
  );
}

function unauthorized(detail: string): ProblemException {
  return new ProblemException(HttpStatus.UNAUTHORIZED, detail);
}
