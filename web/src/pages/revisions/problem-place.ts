import { stepsOfPointer } from './definition-problems.ts';

/** What the parts of a definition are called in its form. */
const WORDS: Readonly<Record<string, string>> = {
  trigger: 'when',
  when: 'and this holds',
  limits: 'how often',
  weekly: 'every week',
  saveAs: 'kept as',
  onInvalid: 'after wrong answers',
  onTimeout: 'without an answer',
  timeout: 'how long it waits',
  hotWords: 'word that is always heard',
  steps: 'step',
};

/** What one entry of a list is called. */
const ENTRIES: Readonly<Record<string, string>> = {
  then: 'action',
  tests: 'example',
  all: 'question',
  any: 'question',
  options: 'option',
  branch: 'branch',
  exceptions: 'exception',
  variants: 'text',
  media: 'file',
  topics: 'topic',
  keywords: 'keyword',
  channels: 'channel',
};

/** The place of a problem as people say it: `/then/0/reply/text` is “Action 1, reply, text”. Empty for the whole. */
export function placeInWords(pointer: string): string {
  const steps = stepsOfPointer(pointer);
  const parts = steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (before === 'steps' || before === 'hotWords') return [];
    const after = steps[index + 1];
    if (after !== undefined && (step === 'steps' || step === 'hotWords'))
      return [`${WORDS[step]} “${after}”`];
    if (isNumber(after)) return [`${ENTRIES[step] ?? inWords(step)} ${Number(after) + 1}`];
    return isNumber(step) && before !== undefined ? [] : [WORDS[step] ?? inWords(step)];
  });
  const said = parts.join(', ');
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

function isNumber(step: string | undefined): boolean {
  return step !== undefined && /^\d+$/.test(step);
}

function inWords(name: string): string {
  return name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
}
