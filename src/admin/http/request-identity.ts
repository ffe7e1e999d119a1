import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf, type Acting, type Identity } from '../../access/identity.js';

const identities = new WeakMap<FastifyRequest, Identity>();

/** For the guard, which proves it. */
export function keepIdentity(request: FastifyRequest, identity: Identity): void {
  identities.set(request, identity);
}

/** Who makes the request. Absent where the route is open to anyone. */
export function identityOf(request: FastifyRequest): Identity | undefined {
  return identities.get(request);
}

/** Who acts in this request, as the audit trail names them. */
export function actingIn(request: FastifyRequest): Acting {
  const identity = identityOf(request);
  const requestId = request.id;
  if (identity === undefined) return { actor: 'anyone', role: undefined, requestId };
  return { actor: actorOf(identity), role: identity.role, requestId };
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** Whose act the request is, as a text: for revisions, messages sent by hand, and the consent ledger. */
export const Actor = createParamDecorator(
  (_nothing: undefined, context: ExecutionContext): string => actingIn(requestOf(context)).actor,
);

/** Who acts, with their role and the request's id: for what writes its audit entry itself. */
export const ActingHere = createParamDecorator((_nothing: undefined, context: ExecutionContext): Acting =>
  actingIn(requestOf(context)),
);

/** Who is signed in, or whose token it is. */
export const Caller = createParamDecorator((_nothing: undefined, context: ExecutionContext): Identity => {
  const identity = identityOf(requestOf(context));
  if (identity === undefined) throw new Error('A route that is open to anyone has no caller.');
  return identity;
});
