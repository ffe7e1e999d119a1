import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CheckpointSigner, readCheckpoint } from './checkpoint.js';

const signer = new CheckpointSigner('a secret of at least thirty-two characters');
const checkpoint = signer.sign(7, 'ab'.repeat(32), new Date(Date.UTC(2026, 3, 10)));

describe('a checkpoint', () => {
  it('is known again by whoever has the secret, after it was written and read', () => {
    const read = readCheckpoint(JSON.stringify(checkpoint));
    expect(read).toEqual(checkpoint);
    expect(new CheckpointSigner('a secret of at least thirty-two characters').isOwn(checkpoint)).toBe(true);
  });

  it('is not own when another secret signed it, even if it names our key', () => {
    const other = new CheckpointSigner('another secret of thirty-two characters!');
    const forged = other.sign(7, checkpoint.hash, new Date(checkpoint.at));
    expect(signer.isOwn(forged)).toBe(false);
    expect(signer.isOwn({ ...forged, publicKey: signer.publicKey })).toBe(false);
  });

  it('is not own when any of it was changed', () => {
    expect(signer.isOwn({ ...checkpoint, position: 8 })).toBe(false);
    expect(signer.isOwn({ ...checkpoint, hash: 'ac'.repeat(32) })).toBe(false);
    expect(signer.isOwn({ ...checkpoint, at: '2026-04-10T00:00:00.001Z' })).toBe(false);
    expect(signer.isOwn({ ...checkpoint, signature: 'AA==' })).toBe(false);
  });

  it('is not read out of anything else, and nothing throws', () => {
    expect(readCheckpoint('{"position":0.5}')).toBeUndefined();
    expect(readCheckpoint(JSON.stringify({ ...checkpoint, position: -1 }))).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => expect(readCheckpoint(text)).toBeUndefined()));
  });
});
