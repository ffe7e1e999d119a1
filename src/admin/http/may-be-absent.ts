import { ValidateIf } from 'class-validator';

/** The field may be left out. Unlike class-validator's `IsOptional` it does not let null through, which would be another value. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_request, value: unknown) => value !== undefined);
}
