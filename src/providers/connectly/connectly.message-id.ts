import { asFilledText } from '../../messaging/untrusted.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ULID_LENGTH = 26;

/**
 * A Connectly message id in its one form, the upper-case ULID. The send call and the statuses write the 128 bits of an id as
 * a ULID, `context.replyToId` writes them as a UUID; an answer is matched to what it answers by comparing this form.
 * Anything that is neither gives `undefined`.
 * Sources: https://docs.connectly.ai/webhooks/payload-types and https://github.com/ulid/spec
 */
export function messageUlid(value: unknown): string | undefined {
  const text = asFilledText(value)?.trim();
  if (text === undefined) return undefined;
  if (ULID.test(text)) return text.toUpperCase();
  return UUID.test(text) ? ulidOfUuid(text) : undefined;
}

/** Five bits a character; the first of the 26 has only the top three bits of the 128. */
function ulidOfUuid(uuid: string): string {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let ulid = '';
  for (let place = 0; place < ULID_LENGTH; place += 1) {
    ulid = CROCKFORD.charAt(Number(bits & 31n)) + ulid;
    bits >>= 5n;
  }
  return ulid;
}
