import { createHmac, hkdfSync } from 'node:crypto';
import { parseAddress, type Address } from '../messaging/address.js';
import { asArray, asFilledText } from '../messaging/untrusted.js';
import { sameSecret } from '../platform/security/constant-time.js';

/** Where links point, below HEED_PUBLIC_URL. */
export const UNSUBSCRIBE_PATH = '/unsubscribe';

/** More than any token of ours has: the longest address, with the id of its connection and a digest. */
const MAX_TOKEN_LENGTH = 1_000;

/** Who opts out by a link, and through which account it was sent. */
export type UnsubscribeSubject = { readonly connectionId: string; readonly address: Address };

/**
 * Makes and reads the links that opt an address out. A link is `payload.digest`, both base64url: the payload is JSON, the digest is an
 * HMAC-SHA256 over the payload under a key of its own, derived from HEED_SECRET. Links never expire, because a message may be opened years
 * later; they end with HEED_SECRET.
 */
export class UnsubscribeLinks {
  private readonly key: Buffer;

  /** @param publicUrl without a slash at its end. Unless it is https there are no links: RFC 8058 (3.1) allows no other scheme. */
  constructor(
    secret: string,
    private readonly publicUrl: string | undefined,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'heed unsubscribe', 32));
  }

  /** Whether e-mails can carry a link: Heed has a public https address. */
  get areOffered(): boolean {
    return this.publicUrl?.startsWith('https://') === true;
  }

  /** `undefined` when no links are offered. */
  urlFor(subject: UnsubscribeSubject): string | undefined {
    if (!this.areOffered) return undefined;
    return `${this.publicUrl}${UNSUBSCRIBE_PATH}/${this.tokenFor(subject)}`;
  }

  tokenFor({ connectionId, address }: UnsubscribeSubject): string {
    const payload = Buffer.from(JSON.stringify([connectionId, address.value])).toString('base64url');
    return `${payload}.${this.digestOf(payload)}`;
  }

  /** `undefined` for anything that `tokenFor` did not make with this secret, down to the last character. */
  read(token: string): UnsubscribeSubject | undefined {
    const [payload, digest, ...rest] = token.length > MAX_TOKEN_LENGTH ? [] : token.split('.');
    if (payload === undefined || digest === undefined || rest.length > 0) return undefined;
    // Compared as texts: decoders of base64 pass over characters, so that several texts would be one digest.
    if (!sameSecret(digest, this.digestOf(payload))) return undefined;
    const [id, written] = asArray(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))) ?? [];
    const connectionId = asFilledText(id);
    const address = parseAddress(asFilledText(written) ?? '');
    return connectionId === undefined || address === undefined ? undefined : { connectionId, address };
  }

  private digestOf(payload: string): string {
    return createHmac('sha256', this.key).update(payload).digest('base64url');
  }
}
