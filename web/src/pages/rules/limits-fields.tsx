import { Group, NumberInput, Select, SimpleGrid } from '@mantine/core';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { COOLDOWN_SCOPES } from '../../../../src/rules/definition/rule-definition.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt } from '../revisions/problems.tsx';
import { DurationInput } from './duration-input.tsx';

type LimitsFieldsProps = {
  readonly limits: JsonObject;
  readonly onChange: (limits: JsonObject) => void;
};

/** How often the rule answers somebody. */
export function LimitsFields({ limits, onChange }: LimitsFieldsProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(limits, name, value));
  const atMost = asObject(limits['atMost']);
  const count = atMost?.['count'];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <DurationInput
        label="Cooldown"
        unit="hours"
        error={problem('cooldown')}
        value={textMember(limits, 'cooldown')}
        onChange={(iso) => set('cooldown', filled(iso))}
      />
      <Select
        label="Cooldown counts"
        error={problem('cooldownScope')}
        allowDeselect={false}
        data={COOLDOWN_SCOPES.map((scope) => ({
          value: scope,
          label: scope === 'group' ? 'every rule of the group' : `for each ${scope}`,
        }))}
        value={textMember(limits, 'cooldownScope') || 'channel'}
        onChange={(scope) => set('cooldownScope', scope === 'channel' ? undefined : (scope ?? undefined))}
      />
      <Group gap={4} wrap="nowrap" align="flex-end">
        <NumberInput
          label="At most"
          error={problem('atMost', 'count')}
          placeholder="any"
          min={1}
          max={20}
          w={90}
          value={typeof count === 'number' ? count : ''}
          onChange={(next) =>
            set('atMost', typeof next === 'number' ? { per: 'P1D', ...atMost, count: next } : undefined)
          }
        />
        {atMost !== undefined && (
          <DurationInput
            label="times in"
            unit="days"
            error={problem('atMost', 'per')}
            value={textMember(atMost, 'per')}
            onChange={(iso) => set('atMost', { ...atMost, per: iso })}
          />
        )}
      </Group>
      <Select
        label="Only the first time"
        allowDeselect={false}
        data={[
          { value: 'no', label: 'no' },
          { value: 'contact', label: 'once for each contact' },
          { value: 'conversation', label: 'once in each conversation' },
        ]}
        value={limits['once'] === true ? 'contact' : textMember(limits, 'once') || 'no'}
        onChange={(next) => set('once', next === null || next === 'no' ? undefined : next)}
      />
      <DurationInput
        label="Wait for more messages"
        description="At most a minute; one reply answers them all."
        unit="seconds"
        error={problem('debounce')}
        value={textMember(limits, 'debounce')}
        onChange={(iso) => set('debounce', filled(iso))}
      />
      <OtherProblems besides={['cooldown', 'cooldownScope', 'atMost', 'debounce']} />
    </SimpleGrid>
  );
}
