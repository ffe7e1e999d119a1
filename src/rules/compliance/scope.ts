import type { ClassifyContext, OptOutScope } from './classification.js';
import { MARKETING } from './english/lexicon.js';
import { core, foldedPhrase } from './vocabulary.js';

const DEFAULT_CATEGORIES = ['marketing', 'notification'] as const;
const NOTIFICATION = /^(?:notifications?|alerts?|updates?|reminders?|notificaciones|notificacoes)$/;
const CONTRAST = /^(?:but|keep|only|except|besides|still|just)$/;
const ENDING = /^(?:stop|start|unstop|unsubscribe|cancel|end|quit|optout|salir|parar|detener)$/;

function categoryOf(word: string, categories: readonly string[]): string | undefined {
  const named = categories.find(
    (category) => foldedPhrase(category) === word || `${foldedPhrase(category)}s` === word,
  );
  if (named !== undefined) return named;
  if (MARKETING.has(word)) return categories.find((category) => category === 'marketing');
  return NOTIFICATION.test(word) ? categories.find((category) => category === 'notification') : undefined;
}

/** "STOP MARKETING" as the whole message: keyword and category. */
export function categoryKeyword(
  words: readonly string[],
  context: ClassifyContext,
): { readonly keyword: string; readonly category: string } | undefined {
  const { from, end } = core(words);
  const [keyword, name] = words.slice(from, end);
  if (keyword === undefined || name === undefined || end - from !== 2 || !ENDING.test(keyword))
    return undefined;
  const category = categoryOf(name, context.categories ?? DEFAULT_CATEGORIES);
  return category === undefined ? undefined : { keyword, category };
}

/**
 * Everything, unless the person names one category and says what should stay ("stop promos but keep my reminders"): to stop too
 * much is a nuisance, to stop too little is a breach.
 */
export function scopeOf(words: readonly string[], from: number, context: ClassifyContext): OptOutScope {
  const categories = context.categories ?? DEFAULT_CATEGORIES;
  if (!words.some((word) => CONTRAST.test(word))) return 'all';
  const contrast = words.findIndex((word, at) => at > from && CONTRAST.test(word));
  const stopped = words.slice(from, contrast === -1 ? words.length : contrast);
  for (const word of stopped) {
    const category = categoryOf(word, categories);
    if (category !== undefined) return { category };
  }
  return 'all';
}
