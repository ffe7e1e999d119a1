/** An answer that a message offers: what stands on it, and what a customer writes to choose it. */
export type OfferedAnswer = { readonly label: string; readonly text: string };

const LINE = /^\s*(\d{1,2})[.)]\s+(\S.*)$/;
const MOST_ANSWERS = 20;

/** The numbered answers at the end of a message; none when what is numbered is no list from 1. */
export function offeredIn(text: string): readonly OfferedAnswer[] {
  const answers: OfferedAnswer[] = [];
  for (const line of text.split('\n')) {
    const [, number = '', label = ''] = LINE.exec(line) ?? [];
    if (number === '') continue;
    if (Number(number) !== answers.length + 1) return [];
    answers.push({ label: label.trim(), text: number });
  }
  return answers.length > 1 && answers.length <= MOST_ANSWERS ? answers : [];
}
