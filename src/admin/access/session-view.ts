import { actorOf, type Identity } from '../../access/identity.js';
import type { SignedIn } from '../../access/session.repository.js';
import { conflict } from '../http/problem.js';
import type { SessionView } from './session.views.js';

export function viewOfIdentity(identity: Identity): SessionView {
  const actor = actorOf(identity);
  const { role } = identity;
  if (identity.kind !== 'user') {
    return { kind: 'token', actor, role, email: null, userId: null, sessionId: null, endsAt: null };
  }
  const { email, userId, sessionId, endsAt } = identity;
  return { kind: 'user', actor, role, email, userId, sessionId, endsAt };
}

/** For what a program with a token cannot do. */
export function signedInUser(caller: Identity): SignedIn {
  if (caller.kind === 'user') return caller;
  throw conflict('An API token has no session and no password. Sign in, and use the session’s cookie.');
}
