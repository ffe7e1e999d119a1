import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { AuditTrail, type Change } from '../../access/audit.repository.js';
import { asFilledText, asObject, storableText } from '../../messaging/untrusted.js';
import { Clock } from '../../platform/clock/clock.js';
import { Log } from '../../platform/logging/log.js';
import { actionOf, bodySummary } from './audited-change.js';
import { actingIn } from './request-identity.js';

/** How the entry of a route differs from what follows from its path. */
export type AuditedAs = {
  readonly action?: string;
  readonly subjectKind?: string;
  /** The parameter of the path that names the subject, where it is not `id`. Never one that can be a customer's address. */
  readonly idParam?: string;
  /** The field of the answer that holds the subject's id, where the path does not. */
  readonly idIn?: string;
  /** Fields of the body whose text may be told, because it is one of a few words. */
  readonly tells?: readonly string[];
  /** `false` where the reason may speak about a customer, and stands in the consent ledger, from which it can be erased. */
  readonly keepsReason?: boolean;
};

/** Why the interceptor writes no entry for a route. */
export type NotAudited =
  'it changes nothing' | 'its entry is written with the change' | 'a sandbox customer does it';

/** Says how the entry of a handler, or of a controller's handlers, is made. */
export const Audited = Reflector.createDecorator<AuditedAs>();

/** Leaves a handler out, and says why. */
export const Unaudited = Reflector.createDecorator<NotAudited>();

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Puts every change that an admin route made on the audit trail, unless the route says why not: a new route is covered from its first day. The
 * entry is written after the change; where the two must not part, the change writes it in its own transaction.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly trail: AuditTrail,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // Answers hold customers' data, which no cache between here and the browser may keep.
    void reply.header('cache-control', 'no-store');
    const isLeftOut = this.reflector.get(Unaudited, context.getHandler()) !== undefined;
    if (SAFE_METHODS.has(request.method) || isLeftOut) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.record(request, this.changeIn(context, request, answer));
        return answer;
      }),
    );
  }

  private changeIn(context: ExecutionContext, request: FastifyRequest, answer: unknown): Change {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const said = this.reflector.getAllAndOverride(Audited, [handler, controller]) ?? {};
    const collection = collectionOf(this.reflector.get(PATH_METADATA, controller));
    const path = asFilledText(this.reflector.get(PATH_METADATA, handler)) ?? '';
    const body = asObject(request.body);
    const revision = asObject(answer)?.['revision'];
    const reason = asFilledText(body?.['reason']);
    return {
      action: said.action ?? actionOf({ collection, method: request.method, path }),
      subjectKind: said.subjectKind ?? collection,
      subjectId: subjectIn(request.params, said.idParam) ?? idIn(answer, said.idIn ?? 'id'),
      after: { ...bodySummary(body, said.tells), ...(typeof revision === 'number' && { revision }) },
      ...(reason !== undefined && said.keepsReason !== false && { reason: storableText(reason) }),
    };
  }

  /** The change is made: an answer that said otherwise would have it made twice. So a missing entry is told to the operator. */
  private async record(request: FastifyRequest, change: Change): Promise<void> {
    try {
      await this.trail.record(actingIn(request), change, this.clock.now());
    } catch (error) {
      const { action } = change;
      this.log.error('A change was made and is missing on the audit trail.', error, {
        action,
        requestId: request.id,
      });
    }
  }
}

/** `rules` of `api/v1/rules`. */
function collectionOf(path: unknown): string {
  return (asFilledText(path) ?? '').replace(/^api\/v1\//, '');
}

function subjectIn(params: unknown, idParam: string | undefined): string | undefined {
  if (idParam === undefined) return idIn(params, 'id');
  const id = asFilledText(asObject(params)?.[idParam]);
  return id === undefined ? undefined : storableText(id);
}

/** Only an id of ours: what else stands in a path may be a customer's address. */
function idIn(json: unknown, field: string): string | undefined {
  const id = asFilledText(asObject(json)?.[field]);
  return id !== undefined && UUID.test(id) ? id : undefined;
}
