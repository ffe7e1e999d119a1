import { asArray, asObject, asText } from '../../messaging/untrusted.js';

/** Header fields of an e-mail: name in lower case → the texts it was given, in order. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

const MAX_RAW_HEADERS_LENGTH = 64 * 1024;
const MESSAGE_ID = /^<[^<>\s]+@[^<>\s]+>$/;

/**
 * The header fields from `data.headers` and from the raw message. Contiguity documents only that `headers` is a map, with `return-path` holding
 * a list of `{address, name}`; texts and lists of texts are read as well. The older shape has nothing but the raw message.
 */
export function mailHeaders(headers: unknown, rawMessage: string | undefined): MailHeaders {
  const fields = new Map<string, string[]>();
  const add = (name: string, text: string): void => {
    const known = fields.get(name.toLowerCase());
    if (known === undefined) fields.set(name.toLowerCase(), [text.trim()]);
    else known.push(text.trim());
  };
  for (const [name, value] of Object.entries(asObject(headers) ?? {})) {
    for (const text of fieldTexts(value)) add(name, text);
  }
  for (const line of rawHeaderLines(rawMessage ?? '')) {
    const colon = line.indexOf(':');
    add(line.slice(0, colon), line.slice(colon + 1));
  }
  return fields;
}

/**
 * Whether a machine wrote it: an auto-responder, a mailing list, bulk mail, or a bounce (empty return path). Answering those starts a loop.
 * Source: https://www.rfc-editor.org/rfc/rfc3834#section-2 and https://www.rfc-editor.org/rfc/rfc2919
 */
export function isAutomaticMail(headers: MailHeaders): boolean {
  const has = (name: string, test: (text: string) => boolean): boolean =>
    (headers.get(name) ?? []).some(test);
  return (
    has('auto-submitted', (text) => !/^no\b/i.test(text)) ||
    has('precedence', (text) => /^(?:bulk|list|junk)\b/i.test(text)) ||
    has('return-path', (text) => text === '' || text === '<>') ||
    [...headers.keys()].some((name) => name.startsWith('list-'))
  );
}

export function messageIdOf(headers: MailHeaders): string | undefined {
  return headers.get('message-id')?.find((text) => MESSAGE_ID.test(text));
}

function fieldTexts(value: unknown): readonly string[] {
  const items = asArray(value) ?? [value];
  if (items.length === 0) return [''];
  return items.flatMap(
    (item) => asText(item) ?? asText(asObject(item)?.['address']) ?? asText(asObject(item)?.['value']) ?? [],
  );
}

/** The unfolded `Name: value` lines before the first empty one. */
function rawHeaderLines(rawMessage: string): readonly string[] {
  const [head = ''] = rawMessage
    .slice(0, MAX_RAW_HEADERS_LENGTH)
    .toWellFormed()
    .split(/\r?\n\r?\n/, 1);
  return head
    .replace(/\r?\n[ \t]/g, ' ')
    .split(/\r?\n/)
    .filter((line) => /^[\w-]+:/.test(line));
}
