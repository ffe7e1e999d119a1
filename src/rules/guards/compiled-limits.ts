import { durationMs } from '../definition/duration.js';
import type { CooldownScope, RuleLimits } from '../definition/rule-definition.js';

/** The limits of a rule, with their durations in milliseconds. */
export type CompiledLimits = {
  readonly cooldown?: { readonly lengthMs: number; readonly scope: CooldownScope };
  readonly atMost?: { readonly count: number; readonly perMs: number };
  readonly once?: 'contact' | 'conversation';
  readonly debounceMs?: number;
};

export function compileLimits(limits: RuleLimits): CompiledLimits {
  const { cooldown, cooldownScope = 'channel', atMost, once, debounce } = limits;
  const lengthMs = cooldown === undefined ? undefined : durationMs(cooldown);
  const perMs = atMost === undefined ? undefined : durationMs(atMost.per);
  const debounceMs = debounce === undefined ? undefined : durationMs(debounce);
  return {
    ...(lengthMs !== undefined && { cooldown: { lengthMs, scope: cooldownScope } }),
    ...(atMost !== undefined && perMs !== undefined && { atMost: { count: atMost.count, perMs } }),
    ...(once !== undefined && { once: once === true ? 'contact' : once }),
    ...(debounceMs !== undefined && { debounceMs }),
  };
}
