import { parseAddress, type Address } from '../../messaging/address.js';
import type { Attachment } from '../../messaging/inbound-message.js';
import type { ProviderEvent } from '../../messaging/provider-event.js';
import { asArray, asFilledText, asObject, type JsonObject } from '../../messaging/untrusted.js';

/** What became of the `data` of a webhook: an event, or the sentence that says what is missing in it. */
export type Reading = ProviderEvent | { readonly kind: 'unreadable'; readonly why: string };

export function unreadable(why: string): Reading {
  return { kind: 'unreadable', why };
}

/** A field of `data` that a known type cannot be without is missing, empty or of another type. */
export function missing(type: string, field: string): Reading {
  return unreadable(`A ${type} event needs data.${field}, which is missing or of another type.`);
}

export function asAddress(value: unknown): Address | undefined {
  const text = asFilledText(value);
  return text === undefined ? undefined : parseAddress(text);
}

/**
 * Attachments in any of their documented shapes: `{url, mime, filename}`, `{url, type}` (interim v2), `{url, content_type, filename}`
 * (e-mail). One without a web address is left out: its URL ends up as a link on a page.
 */
export function asAttachments(value: unknown): readonly Attachment[] {
  return (asArray(value) ?? []).flatMap((item) => {
    const entry = asObject(item);
    const url = asFilledText(entry?.['url']);
    if (entry === undefined || url === undefined || !isWebAddress(url)) return [];
    const mimeType = firstFilledText(entry, ['mime', 'content_type', 'type']);
    const filename = asFilledText(entry['filename']);
    return [
      {
        url,
        ...(mimeType === undefined ? {} : { mimeType }),
        ...(filename === undefined ? {} : { filename }),
      },
    ];
  });
}

export function firstFilledText(object: JsonObject, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const text = asFilledText(object[field]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
