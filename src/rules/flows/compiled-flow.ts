import type { OptionLabels } from './flow-texts.js';
import { compileLabels, compileText } from './flow-texts.js';
import type { CompiledText } from './flow-texts.js';
import type { CompiledCondition } from '../conditions/condition.js';
import { safeCondition } from '../conditions/safe-condition.js';
import type { Scalar } from '../conditions/fact.js';
import { durationMs } from '../definition/duration.js';
import type { WebhookPart } from '../definition/rule-definition.js';
import { compileTemplate } from '../replies/template.js';
import type { CompiledTemplate } from '../replies/template.js';
import { compileChoice } from './choose-option.js';
import type { Answer } from './choose-option.js';
import type { FlowDefinition, FlowStep, FlowText, Patience, Target } from './flow-definition.js';
import { wordKey } from './flow-words.js';
import { compileExpectation, describeOptions } from './read-answer.js';

/** What an answer leads to: the value that is kept, and the next step; `undefined` when it does not fit. */
export type AnswerResult = {
  readonly expected: string;
  readonly fit?: { readonly value: Scalar; readonly next: Target };
};

/** A step that waits for an answer. */
export type QuestionStep = {
  readonly kind: 'question';
  readonly text: CompiledText;
  readonly options: OptionLabels | undefined;
  readonly read: (answer: Answer, now: Date) => AnswerResult;
  readonly saveAs: string | undefined;
  readonly retries: number;
  readonly retryText: CompiledText | undefined;
  readonly onInvalid: Target;
  readonly timeoutMs: number | undefined;
  readonly onTimeout: Target;
};

export type SetPlan = {
  readonly tag: string | undefined;
  readonly untag: string | undefined;
  readonly attribute:
    { readonly name: string; readonly value: Exclude<Scalar, string> | null | CompiledTemplate } | undefined;
};

export type CompiledStep =
  | QuestionStep
  | { readonly kind: 'say'; readonly text: CompiledText; readonly next: Target }
  | {
      readonly kind: 'branch';
      readonly branches: readonly { readonly holds: CompiledCondition; readonly next: Target }[];
      readonly otherwise: Target;
    }
  | { readonly kind: 'set'; readonly set: SetPlan; readonly next: Target }
  | {
      readonly kind: 'webhook';
      readonly url: string;
      readonly include: readonly WebhookPart[];
      readonly next: Target;
    }
  | {
      readonly kind: 'handOver';
      readonly text: CompiledText | undefined;
      readonly reason: string;
      readonly forMs: number | undefined;
    }
  | { readonly kind: 'end'; readonly text: CompiledText | undefined };

/** A revision of a flow, ready to be walked. */
export type CompiledFlow = {
  readonly revisionId: string;
  readonly name: string;
  readonly start: string;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  readonly maxSteps: number;
  readonly maxDurationMs: number;
  /** By `wordKey`. */
  readonly hotWords: ReadonlyMap<string, Target>;
};

/** Compiles a flow once for many conversations. `schedules` are the names of those that conditions may ask about. */
export function compileFlow(
  revisionId: string,
  { name, start, steps, limits, hotWords }: FlowDefinition,
  schedules: ReadonlyMap<string, unknown>,
): CompiledFlow {
  return {
    revisionId,
    name,
    start,
    steps: new Map(
      Object.entries(steps).map(([step, definition]) => [step, compileStep(definition, schedules)]),
    ),
    maxSteps: limits.maxSteps,
    maxDurationMs: durationMs(limits.maxDuration) ?? 0,
    hotWords: new Map(Object.entries(hotWords).map(([word, target]) => [wordKey(word), target])),
  };
}

function compileStep(step: FlowStep, schedules: ReadonlyMap<string, unknown>): CompiledStep {
  if ('ask' in step) {
    const { ask, saveAs, expect, next } = step;
    const read = compileExpectation(expect);
    return {
      ...question(step, ask),
      saveAs,
      options: expect.kind === 'choice' ? compileLabels(expect.options) : undefined,
      read: (answer, now) => {
        const { value, expected } = read(answer, now);
        return { expected, ...(value !== undefined && { fit: { value, next } }) };
      },
    };
  }
  if ('menu' in step) {
    const { options } = step.menu;
    const choose = compileChoice(options);
    const expected = describeOptions(options);
    return {
      ...question(step, step.menu),
      saveAs: step.saveAs,
      options: compileLabels(options),
      read: (answer) => {
        const chosen = choose(answer);
        return {
          expected,
          ...(chosen !== undefined && { fit: { value: chosen.label, next: chosen.next } }),
        };
      },
    };
  }
  if ('say' in step) return { kind: 'say', text: compileText(step.say), next: step.next };
  if ('branch' in step) {
    return {
      kind: 'branch',
      branches: step.branch.map(({ when, next }) => ({ holds: safeCondition(when, schedules), next })),
      otherwise: step.otherwise,
    };
  }
  if ('set' in step) return compileSet(step);
  if ('webhook' in step) return { kind: 'webhook', ...step.webhook, next: step.next };
  if ('handOver' in step) {
    const { reason, for: length } = step.handOver;
    const forMs = length === undefined ? undefined : durationMs(length);
    return { kind: 'handOver', text: optionalText(step.handOver), reason, forMs };
  }
  return { kind: 'end', text: optionalText(step.end) };
}

function question(patience: Patience, text: FlowText) {
  const { retries, retryText, onInvalid, timeout, onTimeout } = patience;
  return {
    kind: 'question',
    text: compileText(text),
    retries,
    retryText: retryText === undefined ? undefined : compileText(retryText),
    onInvalid,
    timeoutMs: timeout === undefined ? undefined : durationMs(timeout),
    onTimeout,
  } as const;
}

function compileSet({ set, next }: Extract<FlowStep, { set: unknown }>): CompiledStep {
  const { tag, untag, attribute } = set;
  return {
    kind: 'set',
    set: {
      tag,
      untag,
      attribute: attribute && {
        name: attribute.name,
        value: typeof attribute.value === 'string' ? compileTemplate(attribute.value) : attribute.value,
      },
    },
    next,
  };
}

function optionalText({ text, languages }: Partial<FlowText>): CompiledText | undefined {
  return text === undefined
    ? undefined
    : compileText({ text, ...(languages !== undefined && { languages }) });
}
