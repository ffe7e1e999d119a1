import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';

/** One revision of anything that has them. */
export class RevisionView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('integer', 'Counted from 1.')
  readonly revision: number;

  @Field('object', 'The definition as it stood.')
  readonly definition: unknown;

  @Field('text', 'Who made it.')
  readonly actor: string;

  @NullableField('text', 'Why.')
  readonly reason: string | null;

  @Field('instant', 'When.')
  readonly createdAt: Date;
}

export class RevisionPage extends PageOf(RevisionView) {}

export class DifferenceView {
  @Field('text', 'Where: a JSON pointer into the definition.')
  readonly pointer: string;

  @ApiProperty({ required: false, description: 'What stood there; absent when nothing did.' })
  readonly before?: unknown;

  @ApiProperty({ required: false, description: 'What stands there; absent when nothing does.' })
  readonly after?: unknown;
}

export class DifferencePage extends PageOf(DifferenceView) {}

/** The body of a rollback. */
export class Rollback {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The revision to go back to.' })
  @IsInt()
  @Min(1)
  readonly revision: number;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    required: false,
    description: 'The current revision, as it was read. If there is a newer one, the answer is 409.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  readonly current?: number;

  @ApiProperty({ type: String, required: false, maxLength: 400 })
  @MayBeAbsent()
  @IsText(1, 400)
  readonly reason?: string;
}

/** What a deletion may say about what it deletes. */
export class DeletionQuery {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    required: false,
    description: 'The revision that was read. If there is a newer one, the answer is 409.',
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly revision?: number;
}

type StoredRevision = {
  readonly id: string;
  readonly number: number;
  readonly definition: unknown;
  readonly actor: string;
  readonly reason: string | null;
  readonly createdAt: Date;
};

export function revisionView({
  id,
  number,
  definition,
  actor,
  reason,
  createdAt,
}: StoredRevision): RevisionView {
  return { id, revision: number, definition, actor, reason, createdAt };
}

/** Why a rollback was made, as its revision says it. */
export function rollbackReason({ revision, reason }: Rollback): string {
  return `Back to revision ${revision}${reason === undefined ? '.' : `: ${reason}`}`;
}
