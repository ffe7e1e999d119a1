const LINE_ENDING_TAG = /^\/?(?:br|p|div|tr|li|h[1-6]|blockquote)\b/i;
const SILENT_TAG = /^(script|style|title)\b/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi;

/**
 * The words of an HTML text, for rules to read; not for showing, and no sanitiser. One pass from left to right, so that its
 * time grows with the length of the text only, whatever the text holds.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return tidy(text + html.slice(at));
    text += html.slice(at, open);
    const ending = html.startsWith('<!--', open) ? '-->' : '>';
    const close = html.indexOf(ending, open);
    if (close === -1) break;
    const tag = html.slice(open + 1, Math.min(close, open + 20));
    if (LINE_ENDING_TAG.test(tag)) text += '\n';
    at = afterElement(html, tag, close + ending.length);
  }
  return tidy(text);
}

/** Where reading goes on: behind the tag, or behind the whole element when its content is not for people. */
function afterElement(html: string, tag: string, afterTag: number): number {
  const silent = SILENT_TAG.exec(tag)?.[1];
  if (silent === undefined) return afterTag;
  const end = html.slice(afterTag).search(new RegExp(`</${silent}`, 'i'));
  return end === -1 ? html.length : afterTag + end;
}

function tidy(text: string): string {
  return text
    .replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    })
    .toWellFormed()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
