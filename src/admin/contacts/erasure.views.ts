import { ApiProperty } from '@nestjs/swagger';
import { Field } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';

export class ErasureRequest {
  @ApiProperty({
    maxLength: 500,
    example: 'They asked for it by e-mail.',
    description: 'Kept in the ledger for good: do not name the person in it.',
  })
  @IsText(3, 500)
  readonly reason: string;
}

/** What was erased. */
export class ErasureView {
  @Field('integer', 'Ledger entries whose payload is gone; the chain still holds them.')
  readonly ledgerEntries: number;

  @Field('integer', 'Messages whose text and address are gone.')
  readonly messages: number;

  @Field('integer', 'Webhooks whose body is gone.')
  readonly webhooks: number;
}
