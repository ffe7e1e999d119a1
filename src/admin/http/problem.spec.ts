import { describe, expect, it } from '@jest/globals';
import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { conflict, invalid, notFound, problemOf, unprocessable } from './problem.js';

const REQUEST_ID = '0199c8f2-1234-7890-8abc-012345678901';

describe('problemOf', () => {
  it('tells what was meant for the caller', () => {
    expect(problemOf(conflict('It was sent again already.'), REQUEST_ID)).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      detail: 'It was sent again already.',
    });
    expect(problemOf(notFound('rule'), REQUEST_ID).detail).toBe('There is no such rule.');
  });

  it('names the fields that are wrong, and says a single one in its sentence', () => {
    const problem = problemOf(unprocessable('/to', 'Write a number.'), REQUEST_ID);
    expect(problem).toMatchObject({
      status: 422,
      detail: '/to: Write a number.',
      errors: [{ pointer: '/to', detail: 'Write a number.' }],
    });
    const both = [
      { pointer: '/a', detail: 'A.' },
      { pointer: '/b', detail: 'B.' },
    ];
    expect(problemOf(invalid(both), REQUEST_ID)).toMatchObject({
      detail: 'The request has 2 problems.',
      errors: both,
    });
  });

  it('says in words of its own what the framework refuses, because that quotes the request', () => {
    expect(problemOf(new NotFoundException('Cannot GET /api/v1/<script>'), REQUEST_ID).detail).not.toContain(
      '<script>',
    );
    expect(problemOf(new BadRequestException('Unexpected token'), REQUEST_ID).detail).toContain('JSON');
    const tooLarge = Object.assign(new Error('Body is larger'), { statusCode: 413 });
    expect(problemOf(tooLarge, REQUEST_ID)).toMatchObject({ status: 413, title: 'Payload Too Large' });
    expect(problemOf(tooLarge, REQUEST_ID, 1_048_576).detail).toContain('1048576 bytes');
  });

  it.each([
    new Error('connect ECONNREFUSED 10.0.0.7:5432'),
    new HttpException('upstream 10.0.0.7', 503),
    Object.assign(new Error('10.0.0.7'), { statusCode: 500 }),
    'a thrown 10.0.0.7',
    undefined,
  ])('makes the same plain 500 of whatever is ours: %s', (failure) => {
    const problem = problemOf(failure, REQUEST_ID);
    expect(problem).toMatchObject({ status: 500, instance: `urn:uuid:${REQUEST_ID}` });
    expect(JSON.stringify(problem)).not.toContain('10.0.0.7');
  });
});
