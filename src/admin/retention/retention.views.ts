import { ApiProperty } from '@nestjs/swagger';
import { PURGE_KINDS } from '../../retention/purge-plan.js';
import { Field, NullableField } from '../http/api-docs.js';

/** How long one kind of words is kept, and what was done about it. */
export class RetentionKindView {
  @ApiProperty({
    enum: PURGE_KINDS,
    description:
      '`webhooks`: bodies and headers. `messages`: texts, subjects, files and details. `decisions`: sentences, reasoning and snapshots.',
  })
  readonly kind: string;

  @NullableField('integer', 'For so many days; null for ever. Set it in the consent settings.')
  readonly keptDays: number | null;

  @NullableField('instant', 'When the last run began; null before the first.')
  readonly lastRunAt: Date | null;

  @Field('integer', 'How many the last run emptied.')
  readonly lastPurged: number;

  @Field('integer', 'How many were emptied in all.')
  readonly totalPurged: number;
}

/** What retention keeps and has emptied. The consent ledger is never emptied. */
export class RetentionView {
  @ApiProperty({ type: [RetentionKindView] })
  readonly items: readonly RetentionKindView[];
}
