import { asArray, asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { END, stepsOf } from './flow-edits.ts';
import { kindOf, type StepKind } from './step-kinds.ts';

/** One step of a flow in words, with the steps that may come after it. */
export type OutlineStep = {
  readonly name: string;
  /** What it is; `undefined` for what is none. */
  readonly kind: StepKind | undefined;
  readonly says: string;
  readonly ways: readonly OutlineWay[];
  /** No way leads here from the beginning. */
  readonly isUnreached: boolean;
};

/** A way to another step; `isMissing` when there is none of that name. */
export type OutlineWay = { readonly when: string; readonly to: string; readonly isMissing: boolean };

type Way = Omit<OutlineWay, 'isMissing'>;

/** A flow as a list to read: each step before those that it leads to, one road after the other, and at the end what no road leads to. */
export function outlineOf(flow: JsonObject): readonly OutlineStep[] {
  const steps = stepsOf(flow);
  const roots = [flow['start'], ...Object.values(asObject(flow['hotWords']) ?? {})];
  const reached = reachableFrom(
    roots.flatMap((root) => asText(root) ?? []),
    steps,
  );
  const names = [...reached, ...Object.keys(steps).filter((name) => !reached.has(name))];
  return names.map((name) => {
    const step = steps[name] ?? {};
    const kind = kindOf(step);
    const ways = waysOf(step).map((way) => ({
      ...way,
      isMissing: way.to !== END && !Object.hasOwn(steps, way.to),
    }));
    return { name, kind, says: saidBy(step, kind), ways, isUnreached: !reached.has(name) };
  });
}

function reachableFrom(
  roots: readonly string[],
  steps: Readonly<Record<string, JsonObject>>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = roots.toReversed();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || !Object.hasOwn(steps, name)) continue;
    reached.add(name);
    waiting.push(
      ...waysOf(steps[name] ?? {})
        .map(({ to }) => to)
        .toReversed(),
    );
  }
  return reached;
}

/** Without what is so by itself: that it ends when answers do not fit, or when the time of the whole flow is over. */
function waysOf(step: JsonObject): readonly Way[] {
  const menu = asObject(step['menu']);
  return [
    ...(asArray(menu?.['options']) ?? []).flatMap((option) => {
      const { label, next } = asObject(option) ?? {};
      return wayTo(`“${asText(label) ?? ''}”`, next);
    }),
    ...(asArray(step['branch']) ?? []).flatMap((branch, index) =>
      wayTo(`condition ${index + 1} holds`, asObject(branch)?.['next']),
    ),
    ...wayTo('otherwise', step['otherwise']),
    ...wayTo('then', step['next']),
    ...(step['onInvalid'] === END ? [] : wayTo('after wrong answers', step['onInvalid'])),
    ...(step['timeout'] === undefined && step['onTimeout'] === END
      ? []
      : wayTo('without an answer in time', step['onTimeout'])),
  ];
}

function wayTo(when: string, target: unknown): readonly Way[] {
  const to = asText(target);
  return to === undefined ? [] : [{ when, to }];
}

function saidBy(step: JsonObject, kind: StepKind | undefined): string {
  const part = asObject(kind === undefined ? undefined : step[kind]) ?? {};
  const text = asText(part['text']);
  if (text !== undefined && text !== '') return text;
  if (kind === 'webhook') return asText(part['url']) ?? '';
  if (kind === 'handOver') return asText(part['reason']) ?? '';
  return kind === 'set' ? setBy(part) : '';
}

function setBy({ tag, untag, attribute }: JsonObject): string {
  const { name, value } = asObject(attribute) ?? {};
  return [
    ...(asText(tag) === undefined ? [] : [`puts on the tag “${asText(tag)}”`]),
    ...(asText(untag) === undefined ? [] : [`takes off the tag “${asText(untag)}”`]),
    ...(asText(name) === undefined ? [] : [`sets ${asText(name)} to ${JSON.stringify(value) ?? 'nothing'}`]),
  ].join(', ');
}
