import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, ValidateBy, ValidateIf } from 'class-validator';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ConversationView } from '../conversations/conversation.views.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { ListQuery } from '../lists/list-query.js';
import { JoinedContactView } from './linking.views.js';

const MAX_TAGS = 50;
const MAX_ATTRIBUTES = 50;

export class ContactQuery extends ListQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'A part of a name or of an address, in any case.',
  })
  @MayBeAbsent()
  @IsText(1, 200)
  readonly q?: string;
}

export class ContactAddressView {
  @ApiProperty({ enum: ['phone', 'email', 'opaque', 'erased'] })
  readonly kind: string;

  @Field('text', 'As it was last written.')
  readonly value: string;

  @Field('instant', 'Since when it is known.')
  readonly createdAt: Date;
}

/** A person. */
export class ContactView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @NullableField('text', 'The name, where one is known.')
  readonly name: string | null;

  @ApiProperty({ type: [String] })
  readonly tags: readonly string[];

  @Field('object', 'Whatever rules should know: texts, numbers and flags by name.')
  readonly attributes: unknown;

  @ApiProperty({ type: [ContactAddressView] })
  readonly addresses: readonly ContactAddressView[];

  @ApiProperty({ enum: ['subscribed', 'opted_out', 'held'] })
  readonly consent: string;

  @Field('instant', 'When they first came up.')
  readonly createdAt: Date;

  @Field('instant', 'When this last changed.')
  readonly updatedAt: Date;
}

export class ContactPage extends PageOf(ContactView) {}

export class ContactDetailView extends ContactView {
  @ApiProperty({ type: [JoinedContactView], description: 'Contacts that were joined into this one.' })
  readonly joined: readonly JoinedContactView[];

  @ApiProperty({ type: [ConversationView], description: 'The latest ones; GET /conversations lists all.' })
  readonly conversations: readonly ConversationView[];
}

/** Texts, numbers and flags by name; rules and templates see them as contact.attributes. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

const ATTRIBUTE_NAME = /^\w{1,60}$/;

function IsAttributes(): PropertyDecorator {
  return ValidateBy({
    name: 'isAttributes',
    validator: {
      validate: isAttributes,
      defaultMessage: () =>
        `Write an object of at most ${MAX_ATTRIBUTES} texts (up to 500 characters), numbers or flags, by names of letters, digits and _.`,
    },
  });
}

function isAttributes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_ATTRIBUTES &&
    entries.every(([name, each]) => ATTRIBUTE_NAME.test(name) && isScalar(each))
  );
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'string')
    return value.length <= 500 && value.isWellFormed() && !value.includes('\u0000');
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** What may be changed about a contact; what is absent stays. */
export class ContactChange {
  @ApiProperty({
    type: String,
    required: false,
    nullable: true,
    maxLength: 200,
    description: 'Null takes it away.',
  })
  @ValidateIf((_change, value: unknown) => value !== undefined && value !== null)
  @IsText(1, 200)
  readonly name?: string | null;

  @ApiProperty({
    type: [String],
    required: false,
    maxItems: MAX_TAGS,
    description: 'All the tags it shall have.',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MAX_TAGS)
  @ArrayUnique()
  @IsText(1, 64, { each: true })
  readonly tags?: readonly string[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    selfRequired: false,
    description: 'All the attributes it shall have.',
  })
  @MayBeAbsent()
  @IsAttributes()
  readonly attributes?: Attributes;
}
