/** One server-sent event. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export type StreamEvent = { readonly name: string; readonly data: string };

const MAX_BUFFER_LENGTH = 1_000_000;

/** Reads server-sent events as they come. Ends when the server ends the stream, or when an event grows beyond a megabyte. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  let rest = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    if (rest.length > MAX_BUFFER_LENGTH) return;
    for (const block of blocks) {
      const event = eventIn(block);
      if (event !== undefined) yield event;
    }
  }
}

/** Comments, which keep the connection open, are no events. */
function eventIn(block: string): StreamEvent | undefined {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(event|data):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? undefined : { name, data: data.join('\n') };
}
