import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField } from '../http/api-docs.js';

/** A file in the data directory that says where the ledger stood. */
class CheckpointView {
  @Field('text', 'The name of its file.')
  readonly name: string;

  @NullableField('integer', 'The position that it is about; null when the file cannot be read.')
  readonly position: number | null;

  @NullableField('text', 'The hash at that position, in hex.')
  readonly hash: string | null;

  @NullableField('instant', 'When it was signed.')
  readonly signedAt: Date | null;
}

/** How the ledger stands, without reading it. */
export class LedgerStandingView {
  @Field('integer', 'Entries.')
  readonly entries: number;

  @NullableField('instant', 'When it was last verified, by the schedule or by a person.')
  readonly checkedAt: Date | null;

  @NullableField(
    'integer',
    'How much was wrong then: 0 when it was intact; null before the first verification.',
  )
  readonly findingCount: number | null;

  @ApiProperty({ type: [CheckpointView], description: 'The newest signed checkpoints, at most five.' })
  readonly checkpoints: readonly CheckpointView[];
}
