import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { STEP_KINDS, type StepKind } from '../../../../src/rules/flows/flow-definition.js';

export type { StepKind };

type StepWords = {
  readonly title: string;
  /** What it does, for somebody who chooses. */
  readonly about: string;
  /** What the name of a new one begins with. */
  readonly name: string;
};

export const STEP_WORDS: Readonly<Record<StepKind, StepWords>> = {
  say: { title: 'Message', about: 'Says something and goes on.', name: 'message' },
  ask: { title: 'Question', about: 'Asks, and keeps the answer.', name: 'question' },
  menu: { title: 'Menu', about: 'Lets the customer choose.', name: 'menu' },
  branch: { title: 'Branch', about: 'Goes on by what is known.', name: 'branch' },
  set: { title: 'Change the contact', about: 'Tags and attributes.', name: 'change' },
  webhook: { title: 'Webhook', about: 'Tells another system.', name: 'webhook' },
  handOver: { title: 'Hand over', about: 'Gives it to a person.', name: 'person' },
  end: { title: 'End', about: 'A last word.', name: 'ending' },
};

/** In the order of the menu: what is used most comes first. */
export const OFFERED_KINDS: readonly StepKind[] = Object.keys(STEP_WORDS).flatMap(
  (name) => kindNamed(name) ?? [],
);

/** What a step is, by the member that tells it; `undefined` for what is none. */
export function kindOf(step: JsonObject): StepKind | undefined {
  return STEP_KINDS.find((kind) => step[kind] !== undefined);
}

export function kindNamed(name: string): StepKind | undefined {
  return STEP_KINDS.find((kind) => kind === name);
}

/** A step to be filled in; it goes on to `next`. */
export function freshStep(kind: StepKind, next: string): JsonObject {
  switch (kind) {
    case 'ask':
      return { ask: { text: '' }, saveAs: 'answer', expect: { kind: 'text' }, next };
    case 'menu':
      return {
        menu: {
          text: '',
          options: [
            { label: '', next },
            { label: '', next },
          ],
        },
      };
    case 'say':
      return { say: { text: '' }, next };
    case 'branch':
      return {
        branch: [{ when: { all: [{ fact: 'contact.tags', op: 'word', value: [] }] }, next }],
        otherwise: next,
      };
    case 'set':
      return { set: { tag: '' }, next };
    case 'webhook':
      return { webhook: { url: '', include: ['contact'] }, next };
    case 'handOver':
      return { handOver: { reason: '', text: '' } };
    case 'end':
      return { end: { text: '' } };
    default: {
      const never: never = kind;
      return never;
    }
  }
}
