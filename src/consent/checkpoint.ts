import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../contacts/ledger/canonical-json.js';
import { asFilledText, asFiniteNumber, asInstant, asObject } from '../messaging/untrusted.js';

/** Where the ledger stood at an instant, signed: a later ledger that does not lead through it was rewritten or cut. */
export type Checkpoint = {
  readonly position: number;
  /** `rowHash` of the entry at that position, in hex. */
  readonly hash: string;
  readonly at: string;
  /** Ed25519, 32 bytes in hex. */
  readonly publicKey: string;
  /** Over the canonical JSON of the other members, in base64. */
  readonly signature: string;
};

/** The DER form (PKCS #8) of an Ed25519 private key is this, then its 32 bytes. Source: https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** The same for the public key. Source: https://www.rfc-editor.org/rfc/rfc8410#section-4 */
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs checkpoints with a key that is derived from HEED_SECRET, and so is in no database. */
export class CheckpointSigner {
  private readonly privateKey: KeyObject;
  readonly publicKey: string;

  constructor(secret: string) {
    const seed = Buffer.from(hkdfSync('sha256', secret, '', 'heed ledger checkpoints', 32));
    const key = Buffer.concat([PRIVATE_KEY_PREFIX, seed]);
    this.privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    const encoded = createPublicKey(this.privateKey).export({ format: 'der', type: 'spki' });
    this.publicKey = encoded.subarray(PUBLIC_KEY_PREFIX.length).toString('hex');
  }

  sign(position: number, hash: string, at: Date): Checkpoint {
    const signed = { position, hash, at: at.toISOString(), publicKey: this.publicKey };
    const signature = sign(null, Buffer.from(canonicalJson(signed)), this.privateKey).toString('base64');
    return { ...signed, signature };
  }

  /** Whether this very installation signed it. The key that a checkpoint names proves nothing: anybody can make one. */
  isOwn({ signature, ...signed }: Checkpoint): boolean {
    if (signed.publicKey !== this.publicKey) return false;
    const key = Buffer.concat([PUBLIC_KEY_PREFIX, Buffer.from(this.publicKey, 'hex')]);
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonicalJson(signed)), publicKey, Buffer.from(signature, 'base64'));
  }
}

/** `undefined` for anything that is no checkpoint. Never throws. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  let fields;
  try {
    fields = asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
  const position = asFiniteNumber(fields?.['position']);
  const [hash, at, publicKey, signature] = ['hash', 'at', 'publicKey', 'signature'].map((name) =>
    asFilledText(fields?.[name]),
  );
  if (position === undefined || !Number.isSafeInteger(position) || position < 1) return undefined;
  if (hash === undefined || at === undefined || publicKey === undefined || signature === undefined)
    return undefined;
  return asInstant(at) === undefined ? undefined : { position, hash, at, publicKey, signature };
}
