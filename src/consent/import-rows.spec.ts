import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readImportRows } from './import-rows.js';

const now = new Date(Date.UTC(2026, 3, 10, 12));
const HEADING = 'address,state,at,reason';
const CATEGORIES = ['marketing'];

describe('readImportRows', () => {
  it('reads both formats to the same rows', () => {
    const csv = readImportRows(
      'csv',
      `${HEADING}\n+2207654321,opted_out,2026-01-02T03:04:05Z,asked\nc@acme.example,held,,`,
      now,
      CATEGORIES,
    );
    const jsonl = readImportRows(
      'jsonl',
      '{"address":"+2207654321","state":"opted_out","at":"2026-01-02T03:04:05Z","reason":"asked"}\n{"address":"c@acme.example","state":"held"}\n',
      now,
      CATEGORIES,
    );
    const expected = [
      { state: 'opted_out', at: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)), reason: 'asked' },
      { state: 'held', at: undefined, reason: undefined },
    ];
    expect(csv).toMatchObject({ kind: 'rows', rows: expected });
    expect(jsonl).toMatchObject({ kind: 'rows', rows: expected });
  });

  it.each([
    'banana',
    'foo@',
    '1E+11',
    'Smith; Bob',
    '001 206 555 0199',
    '206-555-0199',
    '(206) 555-0199',
    '5550199',
  ])('names the row of what is no whole address: %s', (address) => {
    const jsonl = JSON.stringify({ address, state: 'opted_out' });
    expect(readImportRows('jsonl', jsonl, now, CATEGORIES)).not.toMatchObject({ kind: 'rows' });
  });

  it.each(['+2207654321', '2207654321', '+1 206 555 0199', 'c@acme.example', 'US.13491208655302741918'])(
    'takes %s',
    (address) => {
      const jsonl = JSON.stringify({ address, state: 'opted_out' });
      expect(readImportRows('jsonl', jsonl, now, CATEGORIES)).toMatchObject({ kind: 'rows' });
    },
  );

  it('takes a sender without a digit where the row says that it is one, and nothing that is not of its kind', () => {
    const rowsOf = (address: string, kind: string) =>
      readImportRows('csv', `address,state,kind\n${address},opted_out,${kind}`, now, CATEGORIES).kind;
    expect(rowsOf('BANK', 'opaque')).toBe('rows');
    expect(rowsOf('BANK', '')).toBe('refused');
    expect(rowsOf('BANK', 'phone')).toBe('refused');
    expect(rowsOf('1E+11', 'phone')).toBe('refused');
    expect(rowsOf('+2207654321', 'sender')).toBe('refused');
  });

  it('takes columns in any order, and `since` for `at`', () => {
    const read = readImportRows(
      'csv',
      'state,scope,since,Address\nopted_out,marketing,2026-01-02T03:04:05Z,+2207654321',
      now,
      CATEGORIES,
    );
    expect(read).toMatchObject({
      kind: 'rows',
      rows: [{ line: 2, scope: 'marketing', at: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)) }],
    });
  });

  it.each([
    [`${HEADING}\n,opted_out,,`, 2, 'address'],
    [`${HEADING}\n+2207654321,opted_out,,\n+2207654321,stopped,,`, 3, 'state'],
    [`${HEADING}\n+2207654321,opted_out,yesterday,`, 2, 'at'],
    [`${HEADING}\n+2207654321,opted_out,2026-04-10T12:00:01Z,`, 2, 'future'],
    [`${HEADING}\n+2207654321,opted_out,,${'x'.repeat(2_001)}`, 2, 'reason'],
    [`${HEADING}\n+2207654321,opted_out`, 2, 'cells'],
    ['address,state,scope\n+2207654321,opted_out,offers', 2, 'scope'],
    ['address,state,scope\n+2207654321,held,marketing', 2, 'scope'],
    ['number,state\n1,opted_out', 1, 'address and state'],
    [HEADING, 1, 'no rows'],
  ])('names the line and what is wrong with it: %j', (content, line, what) => {
    expect(readImportRows('csv', content, now, CATEGORIES)).toEqual({
      kind: 'refused',
      problems: [{ line, detail: expect.stringContaining(what) }],
    });
  });

  it('does not take an exported ledger for a list', () => {
    expect(readImportRows('jsonl', '{"envelope":{},"payload":null}', now, [])).toMatchObject({
      kind: 'refused',
      problems: [{ line: 1, detail: expect.stringContaining('evidence') }],
    });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('csv' as const, 'jsonl' as const),
        fc.string({ unit: 'binary' }),
        (format, text) => {
          expect(readImportRows(format, text, now, []).kind).toBe('refused');
          expect(readImportRows(format, `${HEADING}\n${text}`, now, [])).toBeDefined();
        },
      ),
    );
  });
});
