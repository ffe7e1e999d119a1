const CHOICES = 3;
const ROUNDS = 30;

/**
 * Texts that a pattern may match, made from its letters: the first choices of each group, one for each class of characters. Guesses, to be
 * tried on the pattern itself.
 */
export function patternSamples(source: string): readonly string[] {
  return Array.from({ length: CHOICES }, (_, choice) => sample(source, choice)).filter(
    (text, index, all) => text !== '' && all.indexOf(text) === index,
  );
}

function sample(source: string, choice: number): string {
  let text = source
    .replace(/^\(\?[a-z]+\)/, '')
    .replaceAll(/\\[bBAz]/g, '')
    .replaceAll(/\\d/g, '1')
    .replaceAll(/\\s/g, ' ')
    .replaceAll(/\\w/g, 'a')
    .replaceAll(/\[\^[^\]]*\]/g, '~')
    .replaceAll(/\[(?:\\?(.))[^\]]*\]/g, '$1')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/[\^$]/g, '')
    .replaceAll(/\.[*+]\??/g, ' ')
    .replaceAll('.', 'x');
  for (let round = 0; round < ROUNDS && text.includes('('); round += 1) {
    const next = text.replaceAll(/\((?:\?:|\?P?<\w+>)?([^()]*)\)/g, (_, inner: string) =>
      pick(inner, choice),
    );
    if (next === text) break;
    text = next;
  }
  return pick(text, choice)
    .replaceAll(/[*+?]|\{\d*,?\d*\}/g, '')
    .trim();
}

function pick(alternatives: string, choice: number): string {
  const all = alternatives.split('|');
  return all[choice % all.length] ?? '';
}
