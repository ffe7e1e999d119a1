import { createContext, use } from 'react';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import type { OutlineStep } from './flow-outline.ts';
import type { StepKind } from './step-kinds.ts';

/** What the fields of one step need to know of the whole flow. */
export type FlowInHand = {
  readonly flow: JsonObject;
  readonly outline: readonly OutlineStep[];
  /** Adds a step to the flow as it becomes with a change of this one. */
  readonly addStep: (kind: StepKind, link: (flow: JsonObject, name: string) => JsonObject) => void;
  /** Opens a step, and shows it. */
  readonly open: (name: string) => void;
};

const InHand = createContext<FlowInHand | undefined>(undefined);

export const FlowContext = InHand;

export function useFlow(): FlowInHand {
  const flow = use(InHand);
  if (flow === undefined) throw new Error('A step can only be edited within its flow.');
  return flow;
}
