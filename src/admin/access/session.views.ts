import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../access/role.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

/** Longer than any e-mail address. Source: https://www.rfc-editor.org/errata/eid1690 */
export const LONGEST_EMAIL = 254;

/** Far above what a password may have, so that the reason for refusing one is the policy's own sentence. */
const LONGEST_BODY_PASSWORD = 1_000;

/** A link's token, as it stands in the link. */
const LONGEST_TOKEN = 100;

/** The e-mail address and the password of somebody who signs in. */
export class Credentials {
  @ApiProperty({ maxLength: LONGEST_EMAIL })
  @IsText(1, LONGEST_EMAIL)
  readonly email: string;

  @ApiProperty({ format: 'password', maxLength: LONGEST_BODY_PASSWORD })
  @IsText(1, LONGEST_BODY_PASSWORD)
  readonly password: string;
}

export class PasswordChange {
  @ApiProperty({ format: 'password' })
  @IsText(1, LONGEST_BODY_PASSWORD)
  readonly currentPassword: string;

  @ApiProperty({ format: 'password', minLength: 12, maxLength: 200 })
  @IsText(1, LONGEST_BODY_PASSWORD)
  readonly newPassword: string;
}

/** Who the caller is. */
export class SessionView {
  @ApiProperty({ enum: ['user', 'token'], description: 'Somebody who signed in, or a program.' })
  readonly kind: 'user' | 'token';

  @Field('text', 'By this name the caller’s acts are on record.')
  readonly actor: string;

  @ApiProperty({ enum: ROLES })
  readonly role: Role;

  @NullableField('text', 'The e-mail address; null for a token.')
  readonly email: string | null;

  @NullableField('uuid', 'The user; null for a token.')
  readonly userId: string | null;

  @NullableField('uuid', 'This session; null for a token.')
  readonly sessionId: string | null;

  @NullableField('instant', 'When the session ends at the latest; null for a token.')
  readonly endsAt: Date | null;
}

class OwnSessionView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('flag', 'Whether it is the one that asks.')
  readonly isCurrent: boolean;

  @NullableField('text', 'What the browser called itself when it signed in.')
  readonly userAgent: string | null;

  @Field('instant', 'When it was signed in.')
  readonly createdAt: Date;

  @Field('instant', 'When it was last used, to the minute.')
  readonly seenAt: Date;
}

export class OwnSessionPage extends PageOf(OwnSessionView) {}

export class LinkToken {
  @ApiProperty({ description: 'The `token` of the link.' })
  @IsText(1, LONGEST_TOKEN)
  readonly token: string;
}

export class Acceptance extends LinkToken {
  @ApiProperty({
    type: String,
    required: false,
    description: 'For the first administrator only; otherwise it is known.',
  })
  @MayBeAbsent()
  @IsText(1, LONGEST_EMAIL)
  readonly email?: string;

  @ApiProperty({ format: 'password', minLength: 12, maxLength: 200 })
  @IsText(1, LONGEST_BODY_PASSWORD)
  readonly password: string;
}

export class GreetingView {
  @ApiProperty({ enum: ['first_administrator', 'invitation', 'reset'] })
  readonly purpose: string;

  @NullableField('text', 'Whose password is set; null for the first administrator, who says it.')
  readonly email: string | null;

  @ApiProperty({ enum: ROLES })
  readonly role: Role;

  @Field('instant', 'Until when the link is good.')
  readonly expiresAt: Date;
}
