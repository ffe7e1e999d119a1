import type { components } from '../../api/schema.d.ts';

type Explanation = components['schemas']['ExplanationView'];
type TraceNode = components['schemas']['TraceNodeView'];
type TimelineStep = components['schemas']['TimelineStepView'];

/** Where on its road a message stands. `ended`: it went no further. */
export type StepState = 'done' | 'ended' | 'failed' | 'waiting' | 'unreached';

/** One stretch of the road from the webhook to the customer's handset. */
export type RoadStep = {
  readonly key:
    | 'received'
    | 'verified'
    | 'compliance'
    | 'guards'
    | 'rules'
    | 'rendered'
    | 'unreached'
    | 'actions'
    | 'permit'
    | 'provider'
    | 'delivered';
  readonly title: string;
  readonly state: StepState;
  readonly at?: string;
  /** One sentence each. */
  readonly notes: readonly string[];
  readonly nodes: readonly TraceNode[];
};

const BAD_ENDS = ['failed', 'undelivered', 'unknown', 'expired'];
/** Kept back on purpose: nothing went wrong. */
const WITHHELD = ['suppressed', 'cancelled'];

/** The road in its order: received, verified, compliance, guards, rules, rendered, permit, provider, delivered; as far as it was gone. */
export function roadOf({ stages, timeline }: Pick<Explanation, 'stages' | 'timeline'>): RoadStep[] {
  return [
    ...arrival(timeline),
    ...stages.reduce(withStage, [timeline, []] as const)[1],
    ...sending(timeline),
  ];
}

function arrival(timeline: readonly TimelineStep[]): RoadStep[] {
  return [
    ...steps(timeline, ['received'], 'received', 'Received'),
    ...steps(timeline, ['verified'], 'verified', 'Verified'),
  ];
}

type Decided = readonly [timeline: readonly TimelineStep[], steps: readonly RoadStep[]];

/** Guards that follow one another are one stretch. */
function withStage([timeline, before]: Decided, node: TraceNode): Decided {
  if (node.outcome === 'skipped') return [timeline, withUnreached(before, node)];
  const key = STAGE_KEYS[node.label] ?? 'guards';
  const last = before.at(-1);
  if (key === 'guards' && last?.key === 'guards') {
    const nodes = [...last.nodes, node];
    return [
      timeline,
      [...before.slice(0, -1), { ...last, state: stateOf(nodes), notes: guardNotes(nodes), nodes }],
    ];
  }
  const nodes = [node];
  const consent = key === 'compliance' ? timeline.filter(({ what }) => what === 'consent recorded') : [];
  const notes = [
    ...(key === 'guards' ? guardNotes(nodes) : sentences(node)),
    ...consent.map(({ detail }) => detail),
  ];
  return [timeline, [...before, { key, title: STAGE_TITLES[key], state: stateOf(nodes), notes, nodes }]];
}

/** What an earlier stretch had settled already, in one line. */
function withUnreached(before: readonly RoadStep[], node: TraceNode): readonly RoadStep[] {
  const last = before.at(-1);
  const nodes = last?.key === 'unreached' ? [...last.nodes, node] : [node];
  const notes = [`It was settled before: ${nodes.map(({ label }) => label).join(', ')}.`];
  const step: RoadStep = { key: 'unreached', title: 'Not asked', state: 'unreached', notes, nodes };
  return [...(last?.key === 'unreached' ? before.slice(0, -1) : before), step];
}

const STAGE_KEYS: Readonly<Record<string, 'compliance' | 'rules' | 'rendered' | 'actions'>> = {
  compliance: 'compliance',
  rules: 'rules',
  render: 'rendered',
  actions: 'actions',
};

const STAGE_TITLES = {
  compliance: 'Compliance',
  guards: 'Guards',
  rules: 'Rules',
  rendered: 'Rendered',
  actions: 'Actions',
} as const;

function stateOf(nodes: readonly TraceNode[]): StepState {
  return nodes.some(({ outcome }) => outcome === 'stopped') ? 'ended' : 'done';
}

function guardNotes(nodes: readonly TraceNode[]): string[] {
  const stopped = nodes.filter(({ outcome }) => outcome === 'stopped');
  if (stopped.length > 0) return stopped.flatMap(sentences);
  const names = nodes.map(({ label }) => label).join(', ');
  return [`Nothing stands in the way: ${names}.`];
}

function sentences({ label, detail, outcome, children = [] }: TraceNode): string[] {
  if (detail !== undefined) return [detail];
  if (label !== 'rules') return [];
  const matched = children.filter((child) => child.outcome === 'matched').length;
  if (outcome === 'matched') return [matched === 1 ? 'One rule matched.' : `${matched} rules matched.`];
  if (outcome === 'stopped') return ['A rule matched, and was held back.'];
  return [matched === 0 ? 'No rule matched.' : 'No rule that may act matched; a shadow did.'];
}

function sending(timeline: readonly TimelineStep[]): RoadStep[] {
  const known = ['received', 'verified', 'consent recorded', 'decided'];
  const left = timeline.filter(({ what }) => !known.includes(what));
  const permit = ['queued', 'permit granted', 'suppressed', 'expired', 'cancelled'];
  const provider = ['provider accepted', 'send call failed', 'failed', 'unknown', 'sending'];
  const named = [...permit, ...provider];
  return [
    ...steps(left, permit, 'permit', 'Permit'),
    ...steps(left, provider, 'provider', 'Provider'),
    ...steps(
      left,
      left.map(({ what }) => what).filter((what) => !named.includes(what)),
      'delivered',
      'Delivery',
    ),
  ];
}

/** One stretch of all that happened under these names, if anything did. */
function steps(
  timeline: readonly TimelineStep[],
  whats: readonly string[],
  key: RoadStep['key'],
  title: string,
): RoadStep[] {
  const own = timeline.filter(({ what }) => whats.includes(what));
  const last = own.at(-1);
  if (last === undefined) return [];
  const state = stateAfter(last.what);
  const notes = own.map(({ what, detail }) =>
    isSaidTwice(what, detail) ? detail : `${capital(what)}: ${detail}`,
  );
  return [{ key, title, state, at: last.at, notes: [...new Set(notes)], nodes: [] }];
}

function stateAfter(what: string): StepState {
  if (BAD_ENDS.includes(what)) return 'failed';
  if (WITHHELD.includes(what)) return 'ended';
  return what === 'queued' || what === 'sending' ? 'waiting' : 'done';
}

/** "delivered: The provider reported delivered." says it once too often. */
function isSaidTwice(what: string, detail: string): boolean {
  const words = detail.toLowerCase();
  return what === 'received' || what === 'verified' || what.split(' ').every((word) => words.includes(word));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
