import { HttpStatus } from '@nestjs/common';
import { RulebookRefusal, type MadeFrom } from '../../rulebook/rulebook-refusal.js';
import { invalid, ProblemException } from '../http/problem.js';

const ENTITY_TAG = /^(?:W\/)?"(\d{1,15})"$/;

/** The revision that an `If-Match` header asks for; `undefined` for `*` and for no header. Null for one that nothing can match. */
export function revisionOfTag(header: string | undefined): number | null | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, number] = ENTITY_TAG.exec(header.trim()) ?? [];
  return number === undefined ? null : Number(number);
}

/** The revision that the caller has read, if they say so: in a header, which wins, or in the request itself. */
export type ExpectedRevision = {
  readonly number: number | undefined;
  /** The same for a change that would replace it: `If-Match: *` is a word too, and saying nothing is not. */
  readonly madeFrom: MadeFrom;
  readonly isByHeader: boolean;
};

export function expectedRevision(ifMatch: string | undefined, said?: number): ExpectedRevision {
  const tagged = revisionOfTag(ifMatch);
  if (tagged === null) {
    throw new ProblemException(
      HttpStatus.PRECONDITION_FAILED,
      'If-Match names no revision. Give the ETag you read.',
    );
  }
  const number = tagged ?? said;
  const madeFrom = number ?? (ifMatch === undefined ? 'unsaid' : undefined);
  return { number, madeFrom, isByHeader: tagged !== undefined };
}

/** Waits for a change of the rulebook, and tells the caller if it was refused: 404, 409, 412 for a header, 422, or 428. */
export async function orRefusal<Result>(
  change: Promise<Result>,
  expected?: ExpectedRevision,
): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof RulebookRefusal) throw problemOfRefusal(error, expected?.isByHeader ?? false);
    throw error;
  }
}

function problemOfRefusal({ kind, message, fields }: RulebookRefusal, isByHeader: boolean): ProblemException {
  switch (kind) {
    case 'gone':
      return new ProblemException(HttpStatus.NOT_FOUND, message);
    case 'outdated':
      return new ProblemException(isByHeader ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT, message);
    case 'unsaid':
      return new ProblemException(HttpStatus.PRECONDITION_REQUIRED, message);
    case 'taken':
    case 'in_use':
      return new ProblemException(HttpStatus.CONFLICT, message);
    case 'unknown_reference':
      return invalid(fields);
    default: {
      const never: never = kind;
      return never;
    }
  }
}
