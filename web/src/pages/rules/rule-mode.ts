import type { JsonObject } from '../../../../src/messaging/untrusted.js';

/** Live; decides and is counted, but does nothing; or not asked at all. */
export const RULE_MODES = ['live', 'shadow', 'off'] as const;

export type RuleMode = (typeof RULE_MODES)[number];

export const MODE_WORDS: Readonly<Record<RuleMode, string>> = {
  live: 'Live',
  shadow: 'Shadow',
  off: 'Off',
};

/** The mode of a definition, in which it is spread over `mode` and `enabled`. */
export function modeOf(rule: { readonly mode?: unknown; readonly enabled?: unknown }): RuleMode {
  if (rule.enabled === false) return 'off';
  return rule.mode === 'shadow' ? 'shadow' : 'live';
}

/** The same rule in another mode. One that is switched off keeps whether it was a shadow. */
export function withMode(rule: JsonObject, mode: RuleMode): JsonObject {
  return mode === 'off' ? { ...rule, enabled: false } : { ...rule, enabled: true, mode };
}

export function isRuleMode(text: string): text is RuleMode {
  return RULE_MODES.some((mode) => mode === text);
}
