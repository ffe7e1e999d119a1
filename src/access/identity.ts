import type { Role } from './role.js';

/** Who makes a request, once that is proven. */
export type Identity =
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly email: string;
      readonly role: Role;
      readonly sessionId: string;
      /** When the session ends, however busy it is. */
      readonly endsAt: Date;
    }
  | { readonly kind: 'token'; readonly tokenId: string; readonly name: string; readonly role: Role }
  /** HEED_API_TOKEN, which belongs to no person. */
  | { readonly kind: 'environment_token'; readonly role: 'administrator' };

/** Whose act something is, in revisions, in the consent ledger and in the audit trail. */
export function actorOf(identity: Identity): string {
  switch (identity.kind) {
    case 'user':
      return identity.email;
    case 'token':
      return `token ${identity.name}`;
    case 'environment_token':
      return 'api token';
    default: {
      const never: never = identity;
      return never;
    }
  }
}

/** Who acts, and in which request: what an audit entry says of its cause. */
export type Acting = {
  readonly actor: string;
  /** Absent where nobody is signed in: when an invitation is accepted, or at the start. */
  readonly role: Role | undefined;
  readonly requestId: string | undefined;
};
