import { asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';

const MAX_BYTES = 1024;

/** Source: https://docs.connectly.ai/messaging/template-messages */
export function isCallbackDataTooLong(body: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(body.callbackData ?? null)) > MAX_BYTES;
}

/** Heed's own id of the message, which comes back with its statuses. */
export function referenceIn(body: JsonObject): { readonly reference?: string } {
  const reference = asFilledText(asObject(body.callbackData)?.heedMessageId);
  return reference === undefined ? {} : { reference };
}
