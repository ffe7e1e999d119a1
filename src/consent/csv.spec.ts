import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine, parseCsv } from './csv.js';

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\n', '\r', '1') }),
);
// A line of one empty cell is an empty line.
const line = fc.array(cell, { minLength: 2, maxLength: 5 });

describe('CSV', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const read = parseCsv(lines.map(csvLine).join(''));
        expect('lines' in read && read.lines.map(({ cells }) => cells)).toEqual(lines);
      }),
    );
  });

  it('never begins a cell as a formula would begin, unless it is a plain number', () => {
    expect(csvLine(['=1+1', '+1+1', '-1', '@x', '\tx', '+2207654321'])).toBe(
      "'=1+1,'+1+1,'-1,'@x,'\tx,+2207654321\r\n",
    );
    fc.assert(
      fc.property(cell, (text) => expect(csvLine([text])).toMatch(/^(?!"?[=\-@\t]|"\r|"?\+(?!\d+\r))/)),
    );
  });

  it('tells on which line of the file each line begins', () => {
    const read = parseCsv('\ufeffa,b\r\n"two\nlines",x\n\nlast,y');
    expect(read).toEqual({
      lines: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['two\nlines', 'x'] },
        { line: 5, cells: ['last', 'y'] },
      ],
    });
  });

  it.each([
    ['a,b\n"open', 2],
    ['a"b', 1],
    ['ok\n"x"y', 2],
  ])('names the line whose quotation is not well formed: %j', (text, badLine) => {
    expect(parseCsv(text)).toEqual({ badLine });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(parseCsv(text)).toBeDefined()));
  });
});
