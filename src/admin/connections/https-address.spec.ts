import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHttpsAddress } from './https-address.js';

describe('isHttpsAddress', () => {
  it.each([
    'https://api.connectly.ai',
    'https://heed.example.com:8443/base',
    'http://127.0.0.1:4000/connectly',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])('takes %s', (address) => {
    expect(isHttpsAddress(address)).toBe(true);
  });

  it.each([
    'http://api.connectly.ai',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'https://user:secret@api.connectly.ai',
    'https://api.connectly.ai/?key=1',
    'https://api.connectly.ai/#x',
    'ftp://api.connectly.ai',
    'javascript:alert(1)',
    'api.connectly.ai',
    '',
  ])('refuses %s', (address) => {
    expect(isHttpsAddress(address)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void isHttpsAddress(value)));
  });
});
