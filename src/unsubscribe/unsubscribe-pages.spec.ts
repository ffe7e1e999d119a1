import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askPage, donePage, PAGE_HEADERS } from './unsubscribe-pages.js';

describe('the pages', () => {
  it('let neither a brand nor an address write markup', () => {
    const plain = askPage('', '').match(/</g)?.length;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (brand, address) => {
        expect(askPage(brand, address).match(/</g)).toHaveLength(plain ?? 0);
      }),
    );
    expect(askPage(`<script src='x'>`, '"><b>')).not.toMatch(/<script|<b>/);
  });

  it('run nothing, and are not told to run anything', () => {
    for (const page of [askPage('Acme', 'ada@mail.example'), donePage('Acme', 'ada@mail.example')])
      expect(page).not.toMatch(/<script|<style|\son\w+=|javascript:/i);
    expect(PAGE_HEADERS['content-security-policy']).toContain("default-src 'none'");
  });
});
