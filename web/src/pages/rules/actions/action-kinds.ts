import type { RuleAction } from '../../../../../src/rules/definition/rule-definition.js';

type KeyOf<Action> = Action extends RuleAction ? keyof Action : never;

export type ActionKind = KeyOf<RuleAction>;

type ActionDescription = { readonly title: string; readonly fresh: RuleAction };

/** Every action there is, in the order of the menu, with what a new one starts as. */
export const ACTIONS: Readonly<Record<ActionKind, ActionDescription>> = {
  reply: { title: 'Reply', fresh: { reply: { text: '' } } },
  tag: { title: 'Put on a tag', fresh: { tag: '' } },
  untag: { title: 'Take off a tag', fresh: { untag: '' } },
  attribute: { title: 'Set an attribute', fresh: { attribute: { name: '', value: '' } } },
  pause: { title: 'Pause automatic replies', fresh: { pause: { for: 'PT8H' } } },
  handOver: { title: 'Hand over to a person', fresh: { handOver: { reason: '' } } },
  send: { title: 'Send by another channel', fresh: { send: { channel: 'sms' } } },
  webhook: {
    title: 'Call a webhook',
    fresh: { webhook: { url: '', include: ['message', 'contact'] } },
  },
  model: {
    title: 'Ask a language model',
    fresh: { model: { instructions: '', topics: [], mode: 'draft', maxTokens: 200 } },
  },
  startFlow: { title: 'Start a flow', fresh: { startFlow: '' } },
};

/** The members of each action whose fields say themselves what is wrong with them. */
export const SHOWN_BY_FIELDS: Readonly<Record<ActionKind, readonly string[]>> = {
  reply: ['text', 'variants', 'use', 'fallback', 'media'],
  tag: [],
  untag: [],
  attribute: ['name', 'value'],
  pause: ['for'],
  handOver: ['reason', 'for'],
  send: ['channel', 'connection', 'text'],
  webhook: ['url', 'include'],
  model: ['instructions', 'topics', 'mode', 'maxTokens', 'language', 'fallback'],
  startFlow: [],
};

export const ACTION_KINDS: readonly ActionKind[] = Object.keys(ACTIONS).filter(isActionKind);

export function isActionKind(name: string): name is ActionKind {
  return Object.hasOwn(ACTIONS, name);
}
