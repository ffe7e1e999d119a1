import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';

const position = fc.record({
  at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  id: fc.uuid(),
});

describe('a cursor', () => {
  it('leads back to the place it was made for', () => {
    fc.assert(fc.property(position, (place) => expect(decodeCursor(encodeCursor(place))).toEqual(place)));
  });

  it('is refused when a character of it was changed into one that names another place', () => {
    fc.assert(
      fc.property(
        position,
        fc.nat(),
        fc.base64String({ minLength: 4, maxLength: 4 }),
        (place, at, [letter]) => {
          const cursor = encodeCursor(place);
          const index = at % cursor.length;
          const tampered = `${cursor.slice(0, index)}${letter ?? 'A'}${cursor.slice(index + 1)}`;
          const decoded = decodeCursor(tampered);
          if (decoded !== undefined) expect(encodeCursor(decoded)).toBe(tampered);
        },
      ),
    );
  });

  it('is refused for any other text, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decodeCursor(`${text}!`)).toBeUndefined()));
    expect(decodeCursor('')).toBeUndefined();
    expect(decodeCursor(Buffer.from('1700000000000.1; drop table').toString('base64url'))).toBeUndefined();
    expect(
      decodeCursor(
        Buffer.from('99999999999999999.01890a5d-ac96-774b-bcce-b302099a8057').toString('base64url'),
      ),
    ).toBeUndefined();
  });
});
