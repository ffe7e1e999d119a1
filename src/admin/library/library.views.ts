import { ApiProperty } from '@nestjs/swagger';
import { Field } from '../http/api-docs.js';

/** What a body may say beside the definition. Bodies are checked by the readers of the engine, not by these classes. */
export class DraftRemarks {
  @ApiProperty({ type: String, required: false, maxLength: 500, description: 'Why; kept with the revision.' })
  readonly reason?: string;

  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'When changing: the revision that was read. If there is a newer one, the answer is 409.',
  })
  readonly revision?: number;
}

/** What an answer says beside the definition. */
export class StoredRemarks {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('integer', 'The number of its current revision, counted from 1.')
  readonly revision: number;

  @Field('uuid', 'The id of that revision.')
  readonly revisionId: string;

  @Field('instant', 'When it was made.')
  readonly createdAt: Date;

  @Field('instant', 'When it was last changed.')
  readonly updatedAt: Date;
}

/** The name by which rules refer to something. */
export class Named {
  @ApiProperty({
    maxLength: 120,
    description: 'By which rules refer to it; unique, and kept while rules use it.',
  })
  readonly name: string;
}
