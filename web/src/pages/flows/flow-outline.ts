import { asArray, asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';

/** One step of a flow in words, with the steps that may come after it. */
export type OutlineStep = {
  readonly name: string;
  /** What it is: ask, say, branch; `?` for what is none. */
  readonly kind: string;
  readonly says: string;
  readonly ways: readonly OutlineWay[];
  /** No way leads here from the beginning. */
  readonly isUnreached: boolean;
};

/** A way to another step; `isMissing` when there is none of that name. */
export type OutlineWay = { readonly when: string; readonly to: string; readonly isMissing: boolean };

type Way = Omit<OutlineWay, 'isMissing'>;

const END = 'end';
const KINDS = ['ask', 'menu', 'say', 'branch', 'set', 'webhook', 'handOver', END];

/** A flow as a list to read: the steps that can be reached first, in the order in which they are, then the others. */
export function outlineOf(flow: JsonObject): readonly OutlineStep[] {
  const steps = asObject(flow['steps']) ?? {};
  const reached = reachableFrom(
    asText(flow['start']) ?? '',
    steps,
    Object.values(asObject(flow['hotWords']) ?? {}),
  );
  const names = [...reached, ...Object.keys(steps).filter((name) => !reached.includes(name))];
  return names.flatMap((name) => {
    const step = asObject(steps[name]) ?? {};
    const kind = KINDS.find((each) => each in step) ?? '?';
    const ways = waysOf(step).map((way) => ({
      ...way,
      isMissing: way.to !== END && !Object.hasOwn(steps, way.to),
    }));
    return [{ name, kind, says: saidBy(step, kind), ways, isUnreached: !reached.includes(name) }];
  });
}

function reachableFrom(start: string, steps: JsonObject, others: readonly unknown[]): readonly string[] {
  const waiting = [start, ...others.flatMap((each) => asText(each) ?? [])];
  const reached: string[] = [];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (reached.includes(name) || !Object.hasOwn(steps, name)) continue;
    reached.push(name);
    waiting.push(...waysOf(asObject(steps[name]) ?? {}).map(({ to }) => to));
  }
  return reached;
}

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
    ...wayTo('after wrong answers', step['onInvalid']),
    ...wayTo('without an answer in time', step['onTimeout']),
  ];
}

function wayTo(when: string, target: unknown): readonly Way[] {
  const to = asText(target);
  return to === undefined ? [] : [{ when, to }];
}

function saidBy(step: JsonObject, kind: string): string {
  const part = asObject(step[kind]) ?? {};
  const text = asText(part['text']);
  if (text !== undefined) return text;
  if (kind === 'webhook') return asText(part['url']) ?? '';
  if (kind === 'handOver') return asText(part['reason']) ?? '';
  return kind === 'set' ? JSON.stringify(part) : '';
}
