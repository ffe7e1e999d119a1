import { describe, expect, it } from '@jest/globals';
import { decodeCursor } from './cursor.js';
import { pageOf } from './page.js';

const rows = [3, 2, 1].map((second) => ({
  id: `01890a5d-ac96-774b-bcce-b30209900${second}57`,
  at: new Date(second * 1000),
}));
const itself = (row: { id: string; at: Date }) => row;

describe('pageOf', () => {
  it('ends the list when there are no more rows than asked for', () => {
    expect(pageOf(rows, 3, itself)).toEqual({ items: rows, nextCursor: null });
    expect(pageOf([], 3, itself)).toEqual({ items: [], nextCursor: null });
  });

  it('goes on after the last item shown, not after the extra row', () => {
    const page = pageOf(rows, 2, itself);
    expect(page.items).toEqual(rows.slice(0, 2));
    expect(decodeCursor(page.nextCursor ?? '')).toEqual(rows[1]);
  });

  it('goes on where a bounded search stopped, even from an empty page', () => {
    const stoppedAt = itself({ id: '01890a5d-ac96-774b-bcce-b302099a8057', at: new Date(9) });
    expect(decodeCursor(pageOf([], 2, itself, stoppedAt).nextCursor ?? '')).toEqual(stoppedAt);
  });
});
