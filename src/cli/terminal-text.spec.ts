import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inColumns, masked, onOneLine } from './terminal-text.js';

describe('onOneLine', () => {
  it('lets no control character and no line break through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // oxlint-disable-next-line no-control-regex -- it is what must not be there
        expect(onOneLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
    );
  });

  it('shortens what is too long', () => {
    expect(onOneLine('opening hours', 8)).toBe('opening…');
  });
});

describe('masked', () => {
  it.each([
    ['+2207654321', '+220•••••21'],
    ['user@example.com', 'u•••@example.com'],
    ['12345', '•••••'],
    ['', ''],
  ])('hides %s as %s', (address, shown) => {
    expect(masked(address)).toBe(shown);
  });
});

describe('inColumns', () => {
  it('puts cells under each other', () => {
    const rows = [
      ['ok', 'server', 'answers'],
      ['fail', 'database', ''],
    ];
    expect(inColumns(rows)).toEqual(['ok    server    answers', 'fail  database']);
  });
});
