/** Headers of every answer: nothing is loaded, run, framed or kept, and the link (which names an address) is told to nobody. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

/** Asks. The form posts to the address it came from, and the button says what it does. */
export function askPage(brand: string, address: string): string {
  return page(
    'Unsubscribe',
    `<p>Stop all messages from ${escaped(brand)} to ${escaped(address)}?</p>
<form method="post"><button type="submit">Unsubscribe</button></form>`,
  );
}

/** Says that it is done; to a mailbox provider only the 200 matters. */
export function donePage(brand: string, address: string): string {
  return page(
    'Unsubscribed',
    `<p>${escaped(address)} is unsubscribed and will get no more messages from ${escaped(brand)}.</p>`,
  );
}

/** For a link that is not ours: it was cut off, altered, or made before HEED_SECRET was changed. */
export function unknownPage(): string {
  return page(
    'Link not valid',
    '<p>This link is not valid. Was it copied whole? Answering the e-mail with STOP works too.</p>',
  );
}

/** For a request that could not be carried out. */
export function failedPage(): string {
  return page('Not unsubscribed yet', '<p>That did not work. Please try again in a minute.</p>');
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main>
<h1>${title}</h1>
${content}
</main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
