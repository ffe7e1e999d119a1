import { toldParts } from '../actions/webhook-payload.js';
import type { WebhookPart } from '../definition/rule-definition.js';
import type { Situation } from '../stage.js';
import type { CompiledFlow } from './compiled-flow.js';

/** What a flow tells another system. Its answers are in it: they are what such a call is for. */
export type FlowWebhookPayload = {
  readonly type: 'flow.step';
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export function flowWebhookPayload(
  { name, revisionId }: CompiledFlow,
  step: string,
  include: readonly WebhookPart[],
  situation: Situation,
): FlowWebhookPayload {
  const { timestamp, event, parts } = toldParts(include, situation);
  const answers = situation.facts.flow?.variables ?? {};
  return {
    type: 'flow.step',
    timestamp,
    data: { event, flow: { name, revisionId, step, answers }, ...parts },
  };
}
