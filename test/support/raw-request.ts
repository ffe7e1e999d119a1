import { request } from 'node:http';

export type RawResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/**
 * Posts over a connection of its own, with exactly these headers: `fetch` adds a content type, joins a header that is given twice, and
 * hides how a connection ended.
 */
export function postRaw(
  url: string,
  body: Uint8Array | string,
  headers: readonly (readonly [string, string])[] = [],
): Promise<RawResponse> {
  const bytes = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const lines = [...headers, ['host', new URL(url).host], ['content-length', String(bytes.length)]].flat();
    const sent = request(url, { method: 'POST', agent: false, headers: lines }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
}
