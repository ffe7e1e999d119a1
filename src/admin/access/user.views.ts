import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../access/role.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { LONGEST_EMAIL } from './session.views.js';

export class NewUser {
  @ApiProperty({ format: 'email', maxLength: LONGEST_EMAIL })
  @IsEmail()
  @MaxLength(LONGEST_EMAIL)
  readonly email: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  readonly role: Role;
}

export class UserPatch {
  @ApiProperty({ enum: ROLES, required: false })
  @MayBeAbsent()
  @IsIn(ROLES)
  readonly role?: Role;

  @ApiProperty({ type: Boolean, required: false, description: 'false: may not sign in any more.' })
  @MayBeAbsent()
  @IsBoolean()
  readonly isActive?: boolean;
}

export class UserView {
  @Field('uuid', 'The user’s id.')
  readonly id: string;

  @Field('text', 'With which they sign in, in lower case.')
  readonly email: string;

  @ApiProperty({ enum: ROLES })
  readonly role: Role;

  @ApiProperty({ enum: ['invited', 'active', 'deactivated'], description: 'Invited: has no password yet.' })
  readonly state: string;

  @Field('instant', 'When they were invited.')
  readonly createdAt: Date;

  @NullableField('instant', 'When they last signed in.')
  readonly signedInAt: Date | null;
}

export class UserPage extends PageOf(UserView) {}

export class InvitedUserView {
  @ApiProperty({ type: UserView })
  readonly user: UserView;

  @Field('text', 'Give it to the user, and to nobody else. It is shown once, and works once.')
  readonly link: string;

  @Field('instant', 'Until when the link is good.')
  readonly expiresAt: Date;
}
