import { languageCode } from '../actions/compiled-actions.js';
import { bestLanguage } from '../actions/reply-rendering.js';
import type { templateScope } from '../replies/template-variables.js';
import { compileTemplate } from '../replies/template.js';
import type { CompiledTemplate, Rendering } from '../replies/template.js';
import { optionLines } from './choose-option.js';
import type { FlowOption, FlowText } from './flow-definition.js';

/** A text that was parsed once, in every language that it is written in. */
export type CompiledText = {
  readonly text: CompiledTemplate;
  readonly languages: ReadonlyMap<string, CompiledTemplate>;
};

/** The list of options under a question, in a language. */
export type OptionLabels = (language: string | undefined) => string;

export function compileText({ text, languages = {} }: FlowText): CompiledText {
  return {
    text: compileTemplate(text),
    languages: new Map(
      Object.entries(languages).map(([language, source]) => [
        languageCode(language),
        compileTemplate(source),
      ]),
    ),
  };
}

/** Fills a text in, in the customer's language where it is written in that. */
export function renderText(
  { text, languages }: CompiledText,
  scope: ReturnType<typeof templateScope>,
  language: string | undefined,
): Rendering {
  const best = language === undefined ? undefined : bestLanguage(languages, language);
  return (best === undefined ? text : (languages.get(best) ?? text)).render(scope);
}

export function compileLabels(options: readonly FlowOption[]): OptionLabels {
  const labels = new Map(
    options.map((option) => [
      option,
      new Map(
        Object.entries(option.languages ?? {}).map(([language, label]) => [languageCode(language), label]),
      ),
    ]),
  );
  return (language) =>
    optionLines(options, (option) => {
      const translated = labels.get(option);
      const best =
        language === undefined || translated === undefined ? undefined : bestLanguage(translated, language);
      return (best === undefined ? undefined : translated?.get(best)) ?? option.label;
    });
}
