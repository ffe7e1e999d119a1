const WORD = String.raw`\p{L}[\p{L}'’.\-]*`;
/** Words that stand between a number and a road in a sentence, and in no address. */
const NO_STREET = String.raw`(?!(?:a|an|and|at|blocks?|down|from|hours?|in|into|kilomet\w+|km|mi|miles?|min|mins|minutes?|my|of|on|one|our|per|the|this|to|up|your)(?!\p{L}))`;

/** An address as it is written with the number before the street, behind it, or in a post office. For a `u` expression without regard to case. */
export const STREET_ADDRESS = [
  String.raw`(?<![\p{L}\d])\d{1,5}\p{L}?,?[ \t]+(?:${NO_STREET}${WORD}[ \t]+){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|crescent|terrace|highway|close|court|square)(?![\p{L}\d])`,
  String.raw`(?<![\p{L}\d])\d{1,5},?[ \t]+(?:bis[ \t]+)?(?:rue|avenue|boulevard|chemin|impasse)[ \t]+(?:(?:de|du|des|la|le|l['’])[ \t]*){0,2}${WORD}`,
  String.raw`(?<!\p{L})\p{L}{3,}(?:straße|strasse|str\.)[ \t]*\d{1,4}\p{L}?(?![\p{L}\d])`,
  String.raw`(?<!\p{L})(?:calle|avenida|plaza|rua|via)[ \t]+(?:${WORD}[ \t]+){0,3}${WORD},?[ \t]+\d{1,5}(?!\d)`,
  String.raw`(?<!\p{L})p\.?[ \t]?o\.?[ \t]?box[ \t]*\d+`,
].join('|');

const KINDS_OF_STREET = new Set(
  (
    'street st road rd avenue ave lane drive boulevard blvd crescent terrace highway close court square rue chemin impasse calle avenida ' +
    'plaza rua via bis de du des la le box po'
  ).split(' '),
);

/** The same address without its name: other words in the place of those that tell where it is. Digits are for the caller to change. */
export function namelessStreet(address: string): string {
  return address.replaceAll(/\p{L}[\p{L}'’]*/gu, (word) => {
    if (word.length === 1 || KINDS_OF_STREET.has(word.toLowerCase())) return word;
    const kind = /(?:straße|strasse|str)$/iu.exec(word)?.[0];
    return kind === undefined ? 'Elm' : `Ulmen${kind}`;
  });
}
