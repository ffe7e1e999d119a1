const EMAIL = /[^\s@<>"',;:()[\]]{1,64}@[^\s@<>"',;:()[\]]{1,190}/g;
/** E.164 with its plus, or a bare run of 9 to 15 digits that is no part of an id. */
const PHONE = /\+\d{6,15}|(?<![\w-])\d{9,15}(?![\w-])/g;

/** Hides e-mail addresses and phone numbers in a text that is about to be logged; the last two digits stay, for recognition. */
export function maskPersonalData(text: string): string {
  return text.replace(EMAIL, '[e-mail]').replace(PHONE, (number) => `[phone …${number.slice(-2)}]`);
}
