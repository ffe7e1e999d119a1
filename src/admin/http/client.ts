import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Client } from '../../access/sign-in.js';

/** Where a request comes from: its address is the client's own, as far as proxies are trusted (HEED_TRUSTED_PROXIES). */
export const RequestingClient = createParamDecorator(
  (_nothing: undefined, context: ExecutionContext): Client => {
    const { ip, id, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    return { address: ip, requestId: id, userAgent: headers['user-agent'] };
  },
);
