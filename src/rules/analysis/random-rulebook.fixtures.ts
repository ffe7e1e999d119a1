import fc from 'fast-check';
import { aRule } from '../decide.fixtures.js';
import { conditions } from './random-rules.fixtures.js';

const LIMITS = [
  {},
  {},
  { cooldown: 'PT10M' },
  { cooldown: 'PT1H', cooldownScope: 'contact' },
  { cooldown: 'PT5M', cooldownScope: 'group' },
  { atMost: { count: 2, per: 'P1D' } },
  { once: true },
  { once: 'conversation' },
  { debounce: 'PT2S' },
] as const;

const ACTIONS = [
  [{ reply: { text: 'Yes, {{ contact.name | default: message.from }}.' } }],
  [{ reply: { text: 'You wrote: {{ message.text }}' } }, { tag: 'asked' }],
  [{ reply: { text: 'Dear {{ contact.attributes.city }}' } }],
  [{ reply: { variants: ['One.', 'Two.', 'Three.'] } }],
  [{ tag: 'seen' }],
  [{ tag: 'seen' }, { attribute: { name: 'city', value: 'Banjul' } }],
] as const;

/** Rules with everything that makes one decision hang on another: limits, groups, shadows, `continue`; named by their place. */
export const rulebooks = fc
  .array(
    fc.record({
      when: conditions,
      mode: fc.constantFrom('live', 'live', 'live', 'shadow'),
      enabled: fc.constantFrom(true, true, true, false),
      continue: fc.constantFrom(false, false, true),
      hot: fc.boolean(),
      then: fc.constantFrom(...ACTIONS),
      limits: fc.constantFrom(...LIMITS),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((all) =>
    all.map((rule, index) =>
      aRule({
        ...rule,
        name: `Rule ${index}`,
        group: 'group',
        // Only what replies can wait.
        limits: 'debounce' in rule.limits && !('reply' in rule.then[0]) ? {} : rule.limits,
      }),
    ),
  );
