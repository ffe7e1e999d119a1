import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Field, NullableField } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ListQuery } from '../lists/list-query.js';

const ACTIONS = ['revoke', 'grant', 'hold', 'release', 'erase'] as const;

/** Which entries of the ledger a list shows. */
export class LedgerQuery extends ListQuery {
  @ApiProperty({ enum: ACTIONS, required: false, description: 'What was done.' })
  @MayBeAbsent()
  @IsIn(ACTIONS)
  readonly action?: (typeof ACTIONS)[number];

  @ApiProperty({ enum: ['true'], required: false, description: 'Only entries that changed the state.' })
  @MayBeAbsent()
  @IsIn(['true'])
  readonly changed?: 'true';

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Stored from then on.' })
  @MayBeAbsent()
  @IsInstant()
  readonly since?: string;
}

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
