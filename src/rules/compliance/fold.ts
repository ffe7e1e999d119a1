/** Letters Unicode gives no compatibility mapping to a–z for, though everyone reads them so. */
const STYLED = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ';
const PLAIN = 'abcdefghijklmnoprstuvwyz';

const NEGATIVE_CIRCLED_A = 0x1f150;
const NEGATIVE_SQUARED_A = 0x1f170;
const REGIONAL_INDICATOR_A = 0x1f1e6;

function alphabetLetter(character: string, first: number): string {
  return String.fromCharCode(97 + (character.codePointAt(0) ?? first) - first);
}

function plainLetters(text: string): string {
  return text
    .replace(/[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]/g, (letter) => PLAIN.charAt(STYLED.indexOf(letter)))
    .replace(/[\u{1F150}-\u{1F169}]/gu, (letter) => alphabetLetter(letter, NEGATIVE_CIRCLED_A))
    .replace(/[\u{1F170}-\u{1F189}]/gu, (letter) => alphabetLetter(letter, NEGATIVE_SQUARED_A))
    .replace(/[\u{1F1E6}-\u{1F1FF}]{3,}/gu, (flags) =>
      Array.from(flags, (letter) => alphabetLetter(letter, REGIONAL_INDICATOR_A)).join(''),
    );
}

/**
 * Combining marks that may go without changing which word it is: accents of Latin, Greek and Cyrillic, strike-through overlays,
 * Hebrew and Arabic vowel points. Vowel signs of Indic scripts and Thai stay: they are letters in all but name.
 */
const ACCENTS = new RegExp(
  String.raw`[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`,
  'g',
);

const ASCII = /^[\t\n\r -~]*$/;

/**
 * Line endings, quotation marks and dashes as ASCII; invisible characters, lone surrogates and compatibility forms gone.
 * Case and accents stay. Source for the invisible set: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point.
 */
export function clean(text: string): string {
  if (ASCII.test(text)) return text.replace(/\r\n?/g, '\n');
  return plainLetters(
    text
      .toWellFormed()
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, ''),
  )
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[‘’‚‛′´`ʼʹ]/g, "'")
    .replace(/[“”„‟″«»‹›「」『』]/g, '"')
    .replace(/[‐-―−﹘]/g, '-');
}

/**
 * Full case folding and no accents, so that "ARRÊT", "arrêt" and "arret" are one word, and so are "İPTAL" and "iptal".
 * The way through upper case is what makes it full: it also resolves ß, ligatures, the dotless ı and the final ς.
 */
export function fold(cleaned: string): string {
  if (ASCII.test(cleaned)) return cleaned.toLowerCase();
  const lower = cleaned.toUpperCase().toLowerCase().replace(/ς/g, 'σ');
  return lower
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[łøđæœðþ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(VARIANT, (letter) => VARIANTS[letter] ?? '')
    .normalize('NFC');
}

const VARIANT = new RegExp(String.raw`[أإآٱىیکةہۃ]|\u093c|\u0901`, 'g');

/** Letters of one sound that keyboards of different countries write with different code points; a nukta is often left out. */
const VARIANTS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  '\u0901': '\u0902',
};

/** Latin letters that have a stroke or are joined, and so no decomposition; people type them either way. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};
