/** `https://…` and every other scheme that something could be opened by. */
const SCHEME = /\b([a-z][a-z0-9+.-]{1,20}):\/\//gi;
const OPENING_SCHEME = /\b(?:javascript|data|mailto|tel|sms|smsto|whatsapp|intent|file|vbscript):\S/i;
/** A host with or without anything around it. A full stop without a space behind it looks the same, and is taken for one. */
const HOST = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})/giu;
const NUMERIC_HOST = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
/** Seven digits and more can be dialled. */
const DIALLED = /\+?\d(?:[\s()./-]{0,2}\d){6,}/g;

/**
 * A sentence when the text names a host or a telephone number that its source does not name: an answer leads nobody anywhere that the
 * business has not written down itself. `undefined` when it names none.
 */
export function strangeReference(text: string, source: string): string | undefined {
  const said = plain(text);
  const known = plain(source);
  if (OPENING_SCHEME.test(said)) return 'The model’s answer holds a link of a kind that is not allowed.';
  const schemes = all(said, SCHEME, 1);
  if (schemes.some((scheme) => scheme !== 'https' && scheme !== 'http')) {
    return 'The model’s answer holds a link of a kind that is not allowed.';
  }
  const knownHosts = new Set([...all(known, HOST), ...all(known, NUMERIC_HOST)]);
  const hosts = [...all(said, HOST), ...all(said, NUMERIC_HOST)];
  // A scheme without a host that we can read is a link all the same.
  if (hosts.some((host) => !knownHosts.has(host)) || schemes.length > hosts.length) {
    return 'The model’s answer holds a link or an address that is not in the instructions.';
  }
  const knownNumbers = all(known, DIALLED).map(digitsOf);
  if (all(said, DIALLED).some((number) => !knownNumbers.includes(digitsOf(number)))) {
    return 'The model’s answer holds a number that is not in the instructions.';
  }
  return undefined;
}

/** Wide letters and full stops of other scripts are read as browsers read them, and nothing invisible stands between the letters. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u3002\uff0e\uff61]/g, '.')
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase();
}

function all(text: string, pattern: RegExp, group = 0): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[group] ?? []);
}

function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '');
}
