import { ValidateBy } from 'class-validator';
import { asInstant } from '../../messaging/untrusted.js';

/** An ISO 8601 instant with its offset: without one it would be read in the time zone of this machine. */
export function IsInstant(): PropertyDecorator {
  return ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => asInstant(value) !== undefined,
      defaultMessage: () => 'Write an instant like 2026-04-10T12:00:00Z.',
    },
  });
}
