import { asArray, asFilledText, asObject } from '../messaging/untrusted.js';
import type { SealedBox } from '../platform/security/sealed-box.js';

/** The secrets of one connection, in clear. */
export type ConnectionSecrets = {
  readonly apiKey: string | undefined;
  readonly webhookSecrets: readonly string[];
};

/** Seals secrets for the row `connectionId`; they open for no other row. */
export function sealSecrets(
  box: SealedBox,
  connectionId: string,
  secrets: ConnectionSecrets,
): Uint8Array<ArrayBuffer> {
  return box.seal(JSON.stringify(secrets), connectionId);
}

/** Throws SealError when they cannot be opened. */
export function openSecrets(box: SealedBox, connectionId: string, sealed: Uint8Array): ConnectionSecrets {
  const fields = asObject(JSON.parse(box.open(sealed, connectionId)));
  const webhookSecrets =
    asArray(fields?.['webhookSecrets'])?.flatMap((value) => asFilledText(value) ?? []) ?? [];
  return { apiKey: asFilledText(fields?.['apiKey']), webhookSecrets };
}
