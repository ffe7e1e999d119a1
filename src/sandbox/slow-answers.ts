import { setTimeout as pause } from 'node:timers/promises';

const CHUNK = Buffer.alloc(64 * 1024, 'a');

/** The text, so many bytes a second. */
export async function* drip(text: string, bytesPerSecond: number, stop: AbortSignal): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const bytesAtOnce = Math.max(1, Math.floor(bytesPerSecond / 10));
  for (let sent = 0; sent < bytes.length; sent += bytesAtOnce) {
    yield bytes.subarray(sent, sent + bytesAtOnce);
    await pause((bytesAtOnce * 1000) / bytesPerSecond, undefined, { signal: stop });
  }
}

/** A JSON text that never ends. Nothing is made before the reader has taken what was there. */
export function* endless(): Generator<Buffer> {
  yield Buffer.from('{"id":"');
  for (;;) yield CHUNK;
}
