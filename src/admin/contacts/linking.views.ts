import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

const MAX_ADDRESS_LENGTH = 320;

export class LinkRequest {
  @ApiProperty({
    maxLength: MAX_ADDRESS_LENGTH,
    example: 'ada@acme.example',
    description: 'A number, an e-mail address or an id. Whoever has it is joined into this contact.',
  })
  @IsText(1, MAX_ADDRESS_LENGTH)
  readonly address: string;

  @ApiProperty({
    maxLength: 500,
    example: 'Gave us both in the shop.',
    description: 'How you know that it is the same person. Kept in the ledger for good.',
  })
  @IsText(3, 500)
  readonly reason: string;
}

export class UnlinkQuery {
  @ApiProperty({
    type: String,
    required: false,
    maxLength: 500,
    description: 'How you know that it is another person. Kept in the ledger for good.',
  })
  @MayBeAbsent()
  @IsText(3, 500)
  readonly reason?: string;
}

/** Another contact that was joined into this one. */
export class JoinedContactView {
  @Field('uuid', 'The id that it had. Its ledger entries keep it, and it still leads to this contact.')
  readonly id: string;

  @Field('text', 'Who joined them.')
  readonly actor: string;

  @NullableField('text', 'Why; null after an erasure.')
  readonly reason: string | null;

  @Field('instant', 'When.')
  readonly joinedAt: Date;
}
