import { describe, expect, it } from '@jest/globals';
import { readEventStream, type StreamEvent } from './event-stream.js';

async function read(...pieces: readonly string[]): Promise<readonly StreamEvent[]> {
  const body = new Blob([...pieces]).stream();
  const events: StreamEvent[] = [];
  for await (const event of readEventStream(body)) events.push(event);
  return events;
}

describe('readEventStream', () => {
  it('reads names and data, and passes comments over', async () => {
    expect(await read(': still here\n\n', 'event: message.sent\ndata: {"a":1}\n\n', 'data: b\n\n')).toEqual([
      { name: 'message.sent', data: '{"a":1}' },
      { name: 'message', data: 'b' },
    ]);
  });

  it('joins data lines, and reads Windows line ends', async () => {
    expect(await read('data: a\r\ndata: b\r\n\r\n')).toEqual([{ name: 'message', data: 'a\nb' }]);
  });

  it('drops an event that was cut off, and one that has no end', async () => {
    expect(await read('data: a\n\ndata: b')).toHaveLength(1);
    expect(await read('data: ', 'x'.repeat(2_000_000))).toEqual([]);
  });
});
