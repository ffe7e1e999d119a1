import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld } from 'eld/small';

export type LanguageDetector = Pick<typeof eld, 'detect'>;

let loaded: LanguageDetector | undefined;

/**
 * The language detector, which is read at its first use: its word parts take a third of a second and 50 MB, and only a rule that asks
 * for a language is worth that. `require` because rules do not wait; the package offers itself to `import` only, hence by its file.
 * Source: https://github.com/nitotm/efficient-language-detector-js
 */
export function languageDetector(): LanguageDetector {
  loaded ??= readDetector();
  return loaded;
}

function readDetector(): LanguageDetector {
  const module: { readonly eld: LanguageDetector } = createRequire(import.meta.url)(
    fileURLToPath(import.meta.resolve('eld/small')),
  );
  return module.eld;
}
