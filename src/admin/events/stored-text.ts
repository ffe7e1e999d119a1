/** Stored bytes as JSON can carry them: as text where they are UTF-8, else as base64. */
export type StoredText = { readonly text: string; readonly encoding: 'utf-8' | 'base64' };

export function storedText(bytes: Uint8Array): StoredText {
  try {
    // A byte order mark is part of what was signed, so it stays.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch {
    return { text: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
  }
}
