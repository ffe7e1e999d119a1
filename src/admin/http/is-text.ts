import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';
import { storableText } from '../../messaging/untrusted.js';

/** A text that the database can hold: NUL and lone surrogates become U+FFFD, as they do in what providers send. */
export function IsText(
  minLength: number,
  maxLength: number,
  options: { each?: boolean } = {},
): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map(storable) : storable(value),
    ),
    IsString(options),
    Length(minLength, maxLength, options),
  );
}

function storable(value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}
