import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidateBy } from 'class-validator';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { decodeCursor, type ListPosition } from './cursor.js';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

function IsCursor(): PropertyDecorator {
  return ValidateBy({
    name: 'isCursor',
    validator: {
      validate: (value) => typeof value === 'string' && decodeCursor(value) !== undefined,
      defaultMessage: () => 'Give the nextCursor of an earlier answer, or leave it out.',
    },
  });
}

/** What every list takes. */
export class ListQuery {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT, required: false })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  readonly limit: number = DEFAULT_LIMIT;

  @ApiProperty({ type: String, required: false, description: 'The nextCursor of the page before.' })
  @MayBeAbsent()
  @IsCursor()
  readonly cursor?: string;
}

/** Where a list goes on: after the last item of the page before. */
export function positionOf({ cursor }: Pick<ListQuery, 'cursor'>): ListPosition | undefined {
  return cursor === undefined ? undefined : decodeCursor(cursor);
}
