/**
 * Letters that look like the Latin one below them; where the cases differ the capital decides, because keywords are mostly written
 * in capitals. Cyrillic, Greek, Armenian, Cherokee, Lisu; a subset of https://www.unicode.org/Public/security/latest/confusables.txt.
 */
const ALPHABETS: readonly (readonly [foreign: string, latin: string])[] = [
  ['авсԁеёнһіїјкӏморԛѕтуүѵԝхциип', 'abcdeehhiijklmopqstyyvwxuuun'],
  ['αβεηικμνορστυχζω', 'abehikmnopstuxzw'],
  ['օսոհզցտ', 'ounhqgs'],
  ['ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᏔᏃ', 'abcdeghijklmprstvwz'],
  ['ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ', 'abcdefghijklmnoprstuvwxyz'],
];

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  ALPHABETS.flatMap(([foreign, latin]) =>
    Array.from(foreign.toLowerCase(), (letter, at): [string, string] => [letter, latin.charAt(at)]),
  ),
);

const LATIN = /[a-z]/;
const FOREIGN = /[\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf\ua4d0-\ua4ff]/;

/** The Latin word that `word` looks like; `word` itself when it has no letter to replace. */
export function skeleton(word: string): string {
  if (!FOREIGN.test(word)) return word;
  let latin = '';
  for (const letter of word) latin += LOOKALIKES.get(letter) ?? letter;
  return latin;
}

/** A word of one script stays what it is; only a mixture gives the disguise away. */
export function isMixedScript(word: string): boolean {
  return LATIN.test(word) && FOREIGN.test(word);
}

const DIGIT_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', $: 's', '@': 'a' }),
);

/** "st0p" and "$top" as letters. Meant for comparing with a keyword only: most words with digits are not disguises. */
export function withoutDigitLetters(word: string): string {
  if (!/[0134578$@]/.test(word)) return word;
  let letters = '';
  for (const character of word) letters += DIGIT_LETTERS.get(character) ?? character;
  return letters;
}
