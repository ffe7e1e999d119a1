import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ROLES, type Role } from '../../access/role.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

const LONGEST_NAME = 60;

export class NewToken {
  @ApiProperty({
    maxLength: LONGEST_NAME,
    description: 'What it is for. Its acts are on record under this name.',
  })
  @IsText(1, LONGEST_NAME)
  readonly name: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  readonly role: Role;

  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'Absent: until it is revoked.',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly expiresAt?: string;
}

export class TokenView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('text', 'What it is for.')
  readonly name: string;

  @ApiProperty({ enum: ROLES })
  readonly role: Role;

  @Field('text', 'Who made it.')
  readonly createdBy: string;

  @Field('instant', 'When it was made.')
  readonly createdAt: Date;

  @NullableField('instant', 'From when on it is refused.')
  readonly expiresAt: Date | null;

  @NullableField('text', 'The day it was last used on, in UTC.')
  readonly lastUsedOn: string | null;
}

export class TokenPage extends PageOf(TokenView) {}

export class NewTokenView extends TokenView {
  @Field('text', 'The token itself. It is shown this once: only its hash is stored.')
  readonly token: string;
}
