import type { components } from '../../api/schema.d.ts';

type Message = components['schemas']['MessageView'];

/** One decision as the stream tells it; what the line needs of its message. */
export type DecisionLine = {
  readonly id: string;
  readonly decidedAt: string;
  readonly event: string;
  readonly verdict: string;
  readonly sentence: string;
  readonly message: Pick<Message, 'id' | 'text' | 'theirAddress' | 'provider' | 'channel'> | null;
};

/** So many lines are kept: a page that stays open for a week must not fill the memory. */
export const KEPT_LINES = 500;

/** Reads the data of one server-sent event; `undefined` when it is not a decision. */
export function readDecision(json: string): DecisionLine | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isDecision(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Newest first, each once, at most `KEPT_LINES`. */
export function withLines(
  before: readonly DecisionLine[],
  news: readonly DecisionLine[],
): readonly DecisionLine[] {
  const known = new Set(before.map(({ id }) => id));
  const fresh = news.filter(
    ({ id }, index) => !known.has(id) && news.findIndex((each) => each.id === id) === index,
  );
  if (fresh.length === 0) return before;
  return [...fresh, ...before]
    .sort((one, other) => other.decidedAt.localeCompare(one.decidedAt))
    .slice(0, KEPT_LINES);
}

export type LineFilter = { readonly verdict: string; readonly provider: string; readonly text: string };

/** Empty words of the filter let everything pass. */
export function passes({ verdict, provider, text }: LineFilter, line: DecisionLine): boolean {
  const wanted = text.trim().toLowerCase();
  const said = [line.sentence, line.event, line.message?.text ?? '', line.message?.theirAddress ?? ''];
  return (
    (verdict === '' || line.verdict === verdict) &&
    (provider === '' || line.message?.provider === provider) &&
    (wanted === '' || said.some((words) => words.toLowerCase().includes(wanted)))
  );
}

function isDecision(value: unknown): value is DecisionLine {
  return (
    isObject(value) &&
    ['id', 'decidedAt', 'event', 'verdict', 'sentence'].every((name) => typeof value[name] === 'string') &&
    (value['message'] === null ||
      (isObject(value['message']) && typeof value['message']['text'] === 'string'))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
