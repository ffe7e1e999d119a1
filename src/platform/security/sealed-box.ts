import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals provider secrets for the database: AES-256-GCM under a key derived from HEED_SECRET.
 * The context (which connection it belongs to) is authenticated, so that a sealed value cannot be moved to another row.
 * Layout: version (1 byte), nonce (12), tag (16), ciphertext.
 */
export class SealedBox {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'heed provider secrets', 32));
  }

  seal(text: string, context: string): Uint8Array<ArrayBuffer> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(context));
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ciphertext]));
  }

  /** Throws when the box was sealed with another HEED_SECRET, for another context, or was altered. */
  open(box: Uint8Array, context: string): string {
    if (box[0] !== VERSION || box.length < 1 + NONCE_BYTES + TAG_BYTES) throw new SealError();
    const nonce = box.subarray(1, 1 + NONCE_BYTES);
    const tag = box.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce)
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      const ciphertext = box.subarray(1 + NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    } catch {
      throw new SealError();
    }
  }
}

/** A stored secret cannot be opened. */
export class SealError extends Error {
  constructor() {
    super(
      'A stored provider secret cannot be opened: was HEED_SECRET changed? Restore it, or enter the secrets again.',
    );
    this.name = 'SealError';
  }
}
