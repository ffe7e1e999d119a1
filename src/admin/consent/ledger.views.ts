import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { IMPORT_FORMATS, type ImportFormat } from '../../consent/import-rows.js';
import { Field, NullableField } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

const MAX_CONTENT_LENGTH = 1_000_000;

class FindingView {
  @ApiProperty({
    enum: [
      'missing',
      'misplaced',
      'broken_link',
      'envelope',
      'payload',
      'unrecorded_erasure',
      'head',
      'projection',
      'checkpoint',
    ],
  })
  readonly kind: string;

  @NullableField('integer', 'The position in the chain.')
  readonly position: number | null;

  @NullableField('uuid', 'The entry, or the contact for `projection`.')
  readonly id: string | null;

  @Field('text', 'What is wrong.')
  readonly detail: string;
}

class HeadView {
  @Field('integer', 'The position of the newest entry.')
  readonly position: number;

  @Field('text', 'Its hash, in hex.')
  readonly hash: string;
}

/** What a check of the whole ledger found. */
export class LedgerReportView {
  @Field('flag', 'Whether nothing was found.')
  readonly isIntact: boolean;

  @Field('integer', 'Entries that were read.')
  readonly entries: number;

  @Field('integer', 'Entries whose payload was erased.')
  readonly erasedEntries: number;

  @Field('integer', 'Contacts whose consent was computed again.')
  readonly contacts: number;

  @Field('integer', 'Signed checkpoints that were compared.')
  readonly checkpoints: number;

  @ApiProperty({ type: HeadView, nullable: true })
  readonly head: HeadView | null;

  @Field('integer', 'How much is wrong.')
  readonly findingCount: number;

  @ApiProperty({ type: [FindingView], description: 'The first hundred.' })
  readonly findings: readonly FindingView[];
}

export class ExportQuery {
  @ApiProperty({
    enum: IMPORT_FORMATS,
    description: 'csv: the suppression list. jsonl: the whole ledger with its hashes.',
  })
  @IsIn(IMPORT_FORMATS)
  readonly format: ImportFormat;
}

export class ConsentList {
  @ApiProperty({ enum: IMPORT_FORMATS })
  @IsIn(IMPORT_FORMATS)
  readonly format: ImportFormat;

  @ApiProperty({
    maxLength: MAX_CONTENT_LENGTH,
    example: 'address,state,at,reason\n+2207654321,opted_out,2026-04-10T12:00:00Z,STOP',
    description:
      'Columns address, state (opted_out, held or subscribed), scope (all or a category), at and reason; at most 20,000 rows.',
  })
  @IsText(1, MAX_CONTENT_LENGTH)
  readonly content: string;

  @ApiProperty({ type: Boolean, required: false, default: false, description: 'Tells what would be done.' })
  @MayBeAbsent()
  @IsBoolean()
  readonly dryRun?: boolean;

  @ApiProperty({ maxLength: 100, example: 'the CRM', description: 'Where the list comes from.' })
  @IsText(1, 100)
  readonly source: string;

  @ApiProperty({ maxLength: 500, description: 'Why it is imported. Kept in the ledger for good.' })
  @IsText(3, 500)
  readonly reason: string;
}

class RecordedView {
  @Field('integer', 'Opt-outs.')
  readonly optedOut: number;

  @Field('integer', 'Holds.')
  readonly held: number;

  @Field('integer', 'Consents of contacts whom nothing holds back.')
  readonly subscribed: number;
}

class ImportExampleView {
  @Field('integer', 'The line of the list.')
  readonly line: number;

  @ApiProperty({ enum: ['record', 'already', 'kept'] })
  readonly outcome: string;
}

/** What an import did, or in a dry run would do. */
export class ImportResultView {
  @Field('flag', 'Whether nothing was changed.')
  readonly dryRun: boolean;

  @Field('integer', 'Rows of the list.')
  readonly rows: number;

  @ApiProperty({ type: RecordedView, description: 'Rows that became ledger entries.' })
  readonly recorded: RecordedView;

  @Field('integer', 'Rows that say what was known.')
  readonly already: number;

  @Field('integer', 'Rows that would have lifted an opt-out or a hold, and did not.')
  readonly kept: number;

  @ApiProperty({ type: [ImportExampleView], description: 'The first ten rows.' })
  readonly examples: readonly ImportExampleView[];
}

export class RebuiltView {
  @Field('integer', 'Contacts whose consent was computed from the ledger.')
  readonly contacts: number;

  @Field('integer', 'Those whose stored consent was another.')
  readonly corrected: number;
}
