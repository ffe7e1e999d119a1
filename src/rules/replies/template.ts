import { LiquidError } from 'liquidjs';
import type { Template, Variable } from 'liquidjs';
import type { DomainEventName } from '../../events/domain-events.js';
import { withLazyDefaults } from './lazy-default.js';
import { createLiquidEngine } from './liquid-engine.js';
import type { templateScope } from './template-variables.js';
import { isTemplateVariable, templateVariables } from './template-variables.js';

export type Rendering =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** A reply text that was parsed once. Rendering never throws. */
export type CompiledTemplate = { render(scope: ReturnType<typeof templateScope>): Rendering };

/** More than ten SMS in one reply is a mistake, not an answer. */
export const MAX_REPLY_LENGTH = 1_600;
const MAX_SHOWN_PROBLEM = 200;

const engine = createLiquidEngine();

/**
 * Parses a reply text. A text that does not parse (it was refused when the rule was saved) gives a template whose rendering fails
 * with the reason, so that one broken rule never stops the others from being compiled.
 */
export function compileTemplate(source: string): CompiledTemplate {
  const parsed = parse(source);
  if (!parsed.ok) return { render: () => parsed };
  return { render: (scope) => render(parsed.template, scope) };
}

/** Every problem of a reply text that can be seen before it is used: syntax, filters, tags, variables that the event lacks. */
export function templateProblems(
  source: string,
  event: DomainEventName,
  where = `when ${event} is answered`,
): readonly string[] {
  const parsed = parse(source);
  if (!parsed.ok) return [parsed.why];
  const { globals } = engine.analyzeSync(parsed.template, { partials: false });
  return Object.values(globals)
    .flat()
    .flatMap((variable) => variableProblem(variable, event, where));
}

/** The variables that a text inserts, by their paths; none of a text that does not parse. */
export function templateVariablesIn(source: string): readonly string[] {
  const parsed = parse(source);
  if (!parsed.ok) return [];
  const { globals } = engine.analyzeSync(parsed.template, { partials: false });
  return Object.values(globals)
    .flat()
    .map(({ segments }) => segments.filter((segment) => typeof segment !== 'object').join('.'));
}

type Parsing =
  { readonly ok: true; readonly template: Template[] } | { readonly ok: false; readonly why: string };

function parse(source: string): Parsing {
  try {
    return { ok: true, template: withLazyDefaults(engine.parse(source)) };
  } catch (error) {
    return { ok: false, why: liquidMessage(error) };
  }
}

function render(template: Template[], scope: object): Rendering {
  let output: unknown;
  try {
    output = engine.renderSync(template, scope);
  } catch (error) {
    return { ok: false, why: liquidMessage(error) };
  }
  const text = String(output).toWellFormed().replaceAll('\u0000', '').trim();
  if (text === '') return { ok: false, why: 'The text came out empty.' };
  if (text.length > MAX_REPLY_LENGTH) {
    return { ok: false, why: `The text came out longer than ${MAX_REPLY_LENGTH} characters.` };
  }
  return { ok: true, text };
}

function variableProblem(variable: Variable, event: DomainEventName, where: string): readonly string[] {
  const { row, col } = variable.location;
  const names = variable.segments.filter((segment) => typeof segment !== 'object');
  const isPlain = names.length === variable.segments.length;
  const path = names.join('.');
  if (isPlain && isTemplateVariable(path, event)) return [];
  return [
    `Line ${row}, column ${col}: ${
      isPlain
        ? `there is no "${path.slice(0, 60)}" ${where}. There are: ${templateVariables(event).join(', ')}.`
        : 'write the name of the variable itself, not one that another variable chooses.'
    }`,
  ];
}

/** liquidjs ends its messages with `, line:1, col:5`; anything else it throws is a limit or a value that a filter cannot take. */
function liquidMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : 'The text cannot be rendered.';
  const missing = /^undefined variable: (.+?), line:\d+, col:\d+$/s.exec(message)?.[1];
  if (missing !== undefined) {
    const name = missing.slice(0, 60);
    return `There is no ${name}, and the text does not say what to write instead. Write {{ ${name} | default: '…' }}.`;
  }
  const place = LiquidError.is(error) ? /, line:(\d+), col:(\d+)$/.exec(message) : null;
  if (place === null) return message.slice(0, MAX_SHOWN_PROBLEM);
  return `Line ${place[1]}, column ${place[2]}: ${message.slice(0, place.index).slice(0, MAX_SHOWN_PROBLEM)}.`;
}
