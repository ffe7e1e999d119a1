import type { OutboundFile } from '../../messaging/media.js';
import type { MessageTemplate } from '../../messaging/message-template.js';
import { languageOf } from '../conditions/message-language.js';
import { templateScope } from '../replies/template-variables.js';
import type { CompiledTemplate, Rendering } from '../replies/template.js';
import type { Situation } from '../stage.js';
import { languageCode } from './compiled-actions.js';
import type { CompiledReply } from './compiled-actions.js';

/** What a reply came out as; `notes` say, for people, which text was taken and what was left out. */
export type RenderedReply =
  | {
      readonly ok: true;
      readonly text: string;
      readonly media: readonly OutboundFile[];
      readonly template?: MessageTemplate;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly why: string };

type Scope = ReturnType<typeof templateScope>;

/** Chooses the reply's text for this customer and fills it in. */
export function renderReply(reply: CompiledReply, ruleId: string, situation: Situation): RenderedReply {
  const { event, facts, now } = situation;
  const scope = templateScope(event, facts, now);
  const chosen = chooseText(reply, ruleId, situation);
  const rendering = chosen.template?.render(scope) ?? { ok: false as const, why: 'It has no text.' };
  const text = rendering.ok ? rendering.text : reply.fallback;
  if (text === undefined) return rendering.ok ? { ok: false, why: '' } : rendering;
  const notes = rendering.ok ? [] : [`${rendering.why} The fallback was taken.`];
  const media = carriedFiles(reply.media, situation);
  const template = renderTemplate(reply.template, scope);
  return {
    ok: true,
    text,
    media: media.files,
    ...(template.planned === undefined ? {} : { template: template.planned }),
    notes: [`${text.length} characters.`, ...chosen.notes, ...notes, ...media.notes, ...template.notes],
  };
}

type ChosenText = { readonly template: CompiledTemplate | undefined; readonly notes: readonly string[] };

function chooseText({ languages, texts }: CompiledReply, ruleId: string, situation: Situation): ChosenText {
  const wanted = languages.size === 0 ? undefined : wantedLanguage(situation);
  const inLanguage = wanted === undefined ? undefined : bestLanguage(languages, wanted);
  if (inLanguage !== undefined) {
    return { template: languages.get(inLanguage), notes: [`In the customer's language (${inLanguage}).`] };
  }
  if (texts.length < 2) return { template: texts[0], notes: [] };
  const index = stableNumber(`${situation.event.id}\n${ruleId}`) % texts.length;
  return { template: texts[index], notes: [`Variant ${index + 1} of ${texts.length}.`] };
}

/** What is on record of the contact goes before what their message looks like. */
export function wantedLanguage({ event, facts }: Situation): string | undefined {
  const known = facts.contact?.attributes;
  const stated = known !== undefined && Object.hasOwn(known, 'language') ? known['language'] : undefined;
  if (typeof stated === 'string' && stated.trim() !== '') return languageCode(stated);
  return event.name === 'message.received' ? languageOf(event.payload) : undefined;
}

/** The very language, or another kind of the same: `pt` for `pt-br`, and `pt-br` for `pt`. */
export function bestLanguage(languages: ReadonlyMap<string, unknown>, wanted: string): string | undefined {
  const [primary = wanted] = wanted.split('-');
  return [wanted, primary, ...languages.keys()].find(
    (each) => languages.has(each) && (each === wanted || each.split('-')[0] === primary),
  );
}

/** FNV-1a, 32 bits: spreads well enough over a few variants, and is the same on every machine and in every replay. */
function stableNumber(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

function carriedFiles(
  files: readonly OutboundFile[],
  { facts }: Situation,
): { readonly files: readonly OutboundFile[]; readonly notes: readonly string[] } {
  if (files.length === 0) return { files, notes: [] };
  const channel = facts.conversation?.channel ?? '';
  const limit = Object.entries(facts.mediaLimits ?? {}).find(([name]) => name === channel)?.[1] ?? 0;
  const carried = files.slice(0, limit);
  const left = files.length - carried.length;
  if (left === 0) return { files, notes: [`With ${filesInWords(files.length)}.`] };
  const why =
    limit === 0
      ? `this account sends none by ${channel}`
      : `this account sends at most ${limit} by ${channel}`;
  return { files: carried, notes: [`Without ${filesInWords(left)}: ${why}.`] };
}

function filesInWords(count: number): string {
  return count === 1 ? 'one file' : `${count} files`;
}

/** A template with a parameter that cannot be filled in is left out: the provider would refuse it. */
function renderTemplate(
  template: CompiledReply['template'],
  scope: Scope,
): { readonly planned?: MessageTemplate; readonly notes: readonly string[] } {
  if (template === undefined) return { notes: [] };
  const { name, language } = template;
  const parameters: Record<string, string> = {};
  for (const [parameter, text] of template.parameters) {
    const rendering: Rendering = text.render(scope);
    if (!rendering.ok) {
      return { notes: [`Without template "${name}": its ${parameter} could not be made. ${rendering.why}`] };
    }
    parameters[parameter] = rendering.text;
  }
  return {
    planned: { name, language, parameters },
    notes: [`With template "${name}", should the service window be closed.`],
  };
}
