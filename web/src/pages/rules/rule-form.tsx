import { Fieldset, Group, MultiSelect, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { DOMAIN_EVENT_NAMES } from '../../../../src/events/domain-events.js';
import { CHANNELS } from '../../../../src/messaging/channel.js';
import { asArray, asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt, Within } from '../revisions/problems.tsx';
import { ActionList } from './actions/action-list.tsx';
import { ConditionBuilder } from './condition/condition-builder.tsx';
import { ExampleFields } from './example-fields.tsx';
import { LimitsFields } from './limits-fields.tsx';
import { ModeControl } from './mode-control.tsx';
import { modeOf, withMode } from './rule-mode.ts';

type RuleFormProps = {
  readonly rule: JsonObject;
  readonly onChange: (rule: JsonObject) => void;
  /** Puts a text into the simulator. */
  readonly onTry: (text: string) => void;
};

/** Everything that the form can show of a rule. The rest of the definition stays as it is. */
export function RuleForm({ rule, onChange, onTry }: RuleFormProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(rule, name, value));
  const trigger = asObject(rule['trigger']) ?? {};
  const channels = (asArray(trigger['channels']) ?? []).filter((each) => typeof each === 'string');
  const event = textMember(trigger, 'event');
  return (
    <Stack>
      <Group align="flex-end">
        <TextInput
          label="Name"
          required
          maxLength={120}
          flex={1}
          miw={200}
          dir="auto"
          value={textMember(rule, 'name')}
          error={problem('name')}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
        />
        <ModeControl mode={modeOf(rule)} onChange={(mode) => onChange(withMode(rule, mode))} />
      </Group>
      <Fieldset legend="When">
        <Group grow preventGrowOverflow={false} align="flex-start">
          <Select
            label="This happens"
            searchable
            allowDeselect={false}
            data={[...DOMAIN_EVENT_NAMES]}
            value={event}
            error={problem('trigger', 'event')}
            onChange={(next) => set('trigger', withMember(trigger, 'event', next ?? undefined))}
          />
          <MultiSelect
            label="On"
            placeholder={channels.length === 0 ? 'every channel' : ''}
            data={[...CHANNELS]}
            value={channels}
            error={problem('trigger', 'channels')}
            onChange={(next) =>
              set('trigger', withMember(trigger, 'channels', next.length === 0 ? undefined : next))
            }
          />
        </Group>
      </Fieldset>
      <Fieldset legend="And this holds">
        <ConditionBuilder condition={rule['when']} event={event} onChange={(when) => set('when', when)} />
        <Within path={['when']}>
          <OtherProblems />
        </Within>
      </Fieldset>
      <Fieldset legend="Then">
        <ActionList actions={rule['then']} onChange={(then) => set('then', then)} />
      </Fieldset>
      <Fieldset legend="How often">
        <Within path={['limits']}>
          <LimitsFields
            limits={asObject(rule['limits']) ?? {}}
            onChange={(limits) => set('limits', limits)}
          />
        </Within>
      </Fieldset>
      <Fieldset legend="Its place">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label="Group"
            description="Can share a cooldown, and is switched off together."
            maxLength={64}
            value={textMember(rule, 'group')}
            error={problem('group')}
            onChange={({ currentTarget }) => set('group', filled(currentTarget.value))}
          />
          <TextInput
            label="Category"
            description="People who left it are left alone."
            value={textMember(rule, 'category')}
            error={problem('category')}
            onChange={({ currentTarget }) => set('category', filled(currentTarget.value))}
          />
        </SimpleGrid>
        <Switch
          mt="sm"
          label="Go on to the next rules after this one matched"
          checked={rule['continue'] === true}
          onChange={({ currentTarget }) => set('continue', currentTarget.checked)}
        />
      </Fieldset>
      <Fieldset legend="Examples that have to hold">
        <Within path={['tests']}>
          <ExampleFields tests={rule['tests']} onChange={(tests) => set('tests', tests)} onTry={onTry} />
        </Within>
      </Fieldset>
      <OtherProblems besides={['name', 'trigger', 'when', 'then', 'limits', 'tests', 'group', 'category']} />
    </Stack>
  );
}
