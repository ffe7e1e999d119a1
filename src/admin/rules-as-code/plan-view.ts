import type { Drift } from './drift.js';
import type { PlanStep } from './plan-bundle.js';
import type { Shown } from '../http/api-docs.js';
import type { PlannedChangeView, PlanView } from './plan.views.js';
import type { Author, Prepared } from './rules-as-code.repository.js';

/** A plan for people and tools; `version` is the state that it is for, or that applying it left. */
export function planView(
  { state, base, plan, drift, problems }: Prepared,
  version = state.tag,
): Shown<PlanView> {
  return {
    version,
    base: base?.tag ?? null,
    summary: summaryOf(plan.steps),
    changes: plan.steps.map(changeView),
    problems: problems.map(({ pointer, message }) => ({ pointer, detail: message })),
    drift: drift.map((each) => ({
      kind: each.kind,
      key: each.key,
      what: each.what,
      sentence: driftSentence(each, each.author),
      revision: each.revision ?? null,
    })),
  };
}

function summaryOf(steps: readonly PlanStep[]): PlanView['summary'] {
  const count = (action: PlanStep['action']) => steps.filter((step) => step.action === action).length;
  return {
    create: count('create'),
    update: count('update'),
    move: count('move'),
    delete: count('delete'),
    unchanged: count('unchanged'),
    kept: count('kept'),
  };
}

function changeView({ kind, key, name, action, stored, differences, position }: PlanStep): PlannedChangeView {
  return {
    kind,
    key,
    name,
    action,
    id: stored?.id ?? null,
    revision: stored?.number ?? null,
    differences,
    ...(position !== undefined && { position }),
  };
}

/** What somebody did: 'Rule "Hours" was changed by ada on 2026-04-10: "New hours".' */
export function driftSentence({ kind, name, what }: Drift, author: Author | undefined): string {
  const subject = kind === 'order' ? name : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} "${name}"`;
  const by =
    author === undefined
      ? ''
      : ` by ${author.actor} on ${author.createdAt.toISOString().slice(0, 10)}${
          author.reason === null ? '' : `: "${author.reason}"`
        }`;
  switch (what) {
    case 'changed':
      return `${subject} was changed${by}.`;
    case 'made':
      return `${subject} was made${by}.`;
    case 'deleted':
      return `${subject} was deleted on the server.`;
    case 'reordered':
      return `${subject} was changed on the server.`;
    case 'unknown':
      return `${subject} is not from these files; it was last written${by === '' ? ' by somebody' : by}.`;
    default: {
      const never: never = what;
      return never;
    }
  }
}
