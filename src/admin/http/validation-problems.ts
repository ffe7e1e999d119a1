import type { ValidationError } from '@nestjs/common';
import type { FieldProblem } from './problem.js';

const MAX_PROBLEMS = 50;
const MAX_TOKEN_LENGTH = 60;

/** What class-validator found, as JSON pointers. Names that a caller made up are shortened; values are never repeated. */
export function validationProblems(errors: readonly ValidationError[]): readonly FieldProblem[] {
  return problemsBelow('', errors).slice(0, MAX_PROBLEMS);
}

function problemsBelow(parent: string, errors: readonly ValidationError[]): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${parent}/${pointerToken(property)}`;
    const own = Object.entries(constraints).map(([rule, message]) => ({
      pointer,
      detail: rule === 'whitelistValidation' ? 'There is no such field.' : sentence(message, property),
    }));
    return [...own, ...problemsBelow(pointer, children)];
  });
}

/** `limit must not be less than 1` under `/limit` reads `Must not be less than 1.` */
function sentence(message: string, property: string): string {
  const plain = message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
  const text = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  return text.endsWith('.') ? text : `${text}.`;
}

/** Source: https://www.rfc-editor.org/rfc/rfc6901#section-3 */
function pointerToken(name: string): string {
  return name.slice(0, MAX_TOKEN_LENGTH).replaceAll('~', '~0').replaceAll('/', '~1');
}
