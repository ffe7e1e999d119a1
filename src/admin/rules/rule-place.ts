import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../http/may-be-absent.js';

/** The place at which a rule that is only tried shall stand in the order. */
export function RulePlace(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'integer',
      minimum: 1,
      required: false,
      description: 'Its place in the order, counted from 1. Absent: where it is, or at the end.',
    }),
    MayBeAbsent(),
    IsInt(),
    Min(1),
    Max(100_000),
  );
}
