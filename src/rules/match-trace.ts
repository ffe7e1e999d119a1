import type { TraceNode } from './decision.js';

/** So many rules that did not match, and as many that did, are shown with what they saw; further ones are counted. */
export const RULES_SHOWN = 50;

/** Collects what a trace tells of the rules that were asked, and of those that were not: at most a hundred of them, and sums. */
export type MatchTrace = {
  add(node: TraceNode): void;
  /** The rule at this position ended the search. */
  endAt(position: number): void;
  nodes(): readonly TraceNode[];
};

/** @param ruleCount - How many rules the event triggers. */
export function matchTrace(ruleCount: number): MatchTrace {
  const shown: TraceNode[] = [];
  const asked = { matched: 0, unmatched: 0 };
  let reached = ruleCount;
  return {
    add(node) {
      const kind = node.outcome === 'not_matched' ? 'unmatched' : 'matched';
      asked[kind] += 1;
      if (asked[kind] <= RULES_SHOWN) shown.push(node);
    },
    endAt(position) {
      reached = position + 1;
    },
    nodes() {
      const { matched, unmatched } = asked;
      return [
        ...shown,
        ...sum(matched - RULES_SHOWN, 'more', 'matched', 'They matched as well.'),
        ...sum(
          unmatched - RULES_SHOWN,
          'more',
          'not_matched',
          `They were asked and did not match. ${HOW_TO_SEE_ONE}`,
        ),
        ...sum(
          reached - matched - unmatched,
          'other',
          'not_matched',
          `They need a word, a text or a value that is not there. ${HOW_TO_SEE_ONE}`,
        ),
        ...sum(ruleCount - reached, 'later', 'skipped'),
      ];
    },
  };
}

const HOW_TO_SEE_ONE = 'To see one of them in full, simulate the message with its "ruleId".';
const COUNT = new Intl.NumberFormat('en');

function sum(
  count: number,
  which: 'more' | 'other' | 'later',
  outcome: TraceNode['outcome'],
  detail?: string,
): readonly TraceNode[] {
  if (count <= 0) return [];
  const label = `${COUNT.format(count)} ${which} rule${count === 1 ? '' : 's'}`;
  return [{ label, outcome, ...(detail === undefined ? {} : { detail }) }];
}
