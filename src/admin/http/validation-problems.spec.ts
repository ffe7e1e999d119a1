import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance, Type } from 'class-transformer';
import { IsInt, Min, validateSync, ValidateNested } from 'class-validator';
import { MayBeAbsent } from './may-be-absent.js';
import { validationProblems } from './validation-problems.js';

class Part {
  @IsInt()
  readonly count: number;
}

class Whole {
  @Min(1)
  readonly limit: number;

  @MayBeAbsent()
  @ValidateNested({ each: true })
  @Type(() => Part)
  readonly parts?: Part[];
}

function problemsOf(json: object) {
  const instance = plainToInstance(Whole, json);
  return validationProblems(validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }));
}

describe('validationProblems', () => {
  it('has nothing to say about what is in order', () => {
    expect(problemsOf({ limit: 1 })).toEqual([]);
    expect(problemsOf({ limit: 1, parts: [{ count: 2 }] })).toEqual([]);
  });

  it('points into nested lists and says a sentence', () => {
    expect(problemsOf({ limit: 0, parts: [{ count: 1 }, { count: 'x' }] })).toEqual([
      { pointer: '/limit', detail: 'Must not be less than 1.' },
      { pointer: '/parts/1/count', detail: 'Must be an integer number.' },
    ]);
  });

  it('takes null for a value, not for absence', () => {
    expect(problemsOf({ limit: 1, parts: null })).toHaveLength(1);
  });

  it('escapes and shortens the names that a caller makes up', () => {
    const [problem] = problemsOf({ limit: 1, ['a/b~c'.padEnd(500, 'x')]: 1 });
    expect(problem?.pointer.startsWith('/a~1b~0cx')).toBe(true);
    expect(problem?.pointer.length).toBeLessThan(70);
    expect(problem?.detail).toBe('There is no such field.');
  });
});
