import type { IncomingMessage } from 'node:http';
import { readJson } from '../messaging/json-limits.js';
import { asObject, type JsonObject } from '../messaging/untrusted.js';

const MAX_BODY_BYTES = 256 * 1024;

/** The JSON object in a request; `undefined` for anything else, also for more than 256 KiB of it. */
export async function readJsonBody(request: IncomingMessage): Promise<JsonObject | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece);
    length += bytes.length;
    if (length <= MAX_BODY_BYTES) pieces.push(bytes);
  }
  if (length > MAX_BODY_BYTES) return undefined;
  const reading = readJson(Buffer.concat(pieces));
  return reading.ok ? asObject(reading.value) : undefined;
}
