import { applyDecorators, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '../../access/role.js';

/** Who may call a route: somebody of a role, or `anyone`, signed in or not. */
export type Access = Role | 'anyone';

/** What a route that says nothing needs: a controller that somebody forgot to decorate is closed, not open. */
const UNLESS_SAID: Access = 'administrator';

const NEEDED_ACCESS = Reflector.createDecorator<Access>();

/** The role that a handler, or each handler of a controller, needs. The handler's own word wins. */
export function Needs(access: Access): MethodDecorator & ClassDecorator {
  return applyDecorators(NEEDED_ACCESS(access), ApiExtension('x-needs', access));
}

export function neededAccess(reflector: Reflector, context: ExecutionContext): Access {
  return declaredAccess(reflector, context.getHandler(), context.getClass()) ?? UNLESS_SAID;
}

/** What is said of a handler, or of its controller; `undefined` where nothing is. */
export function declaredAccess(
  reflector: Reflector,
  handler: Parameters<Reflector['get']>[1],
  controller: Parameters<Reflector['get']>[1],
): Access | undefined {
  return reflector.getAllAndOverride(NEEDED_ACCESS, [handler, controller]);
}
