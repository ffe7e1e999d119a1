import { Global, Module } from '@nestjs/common';
import { ApiTokens } from './api-token.repository.js';
import { AuditTrail } from './audit.repository.js';
import { FirstAdministrator } from './first-administrator.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { Passwords } from './password.repository.js';
import { Sessions } from './session.repository.js';
import { SignIn } from './sign-in.js';
import { SignInTries } from './sign-in-tries.repository.js';
import { Users } from './user.repository.js';
import { Welcome } from './welcome.repository.js';

const DOORS = [ApiTokens, AuditTrail, FirstAdministrator, Sessions, SignIn, SignInTries, Users, Welcome];

/** Who may do what: people, their sessions, programs' tokens, and the trail of what they changed. Every admin route's guard asks here. */
@Global()
@Module({ providers: [...DOORS, PasswordHasher, Passwords], exports: DOORS })
export class AccessModule {}
