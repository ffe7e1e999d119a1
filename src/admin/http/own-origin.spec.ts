import { describe, expect, it } from '@jest/globals';
import { originClaim } from './own-origin.js';

const host = '127.0.0.1:3000';

describe('originClaim', () => {
  it.each([
    ['ours', { host, 'sec-fetch-site': 'same-origin' }],
    ['foreign', { host, 'sec-fetch-site': 'same-site' }],
    ['foreign', { host, 'sec-fetch-site': 'cross-site', origin: `http://${host}` }],
    ['foreign', { host, 'sec-fetch-site': 'none' }],
    ['foreign', { host, 'sec-fetch-site': ['same-origin', 'cross-site'] }],
    ['ours', { host, origin: 'http://127.0.0.1:3000' }],
    ['ours', { host: 'Heed.Acme.Example', origin: 'https://heed.acme.example' }],
    ['ours', { host: 'heed-1.internal:3000', origin: 'https://public.acme.example' }],
    ['foreign', { host, origin: 'http://127.0.0.1:3001' }],
    ['foreign', { host, origin: 'https://127.0.0.1:3000.evil.example' }],
    ['foreign', { host, origin: 'null' }],
    ['foreign', { host, origin: '' }],
    ['foreign', { origin: 'http://127.0.0.1:3000' }],
    ['unsaid', { host }],
  ])('is %s for %j', (claim, headers) => {
    expect(originClaim(headers, 'https://public.acme.example/heed')).toBe(claim);
  });
});
