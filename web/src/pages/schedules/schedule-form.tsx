import { Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt, Within } from '../revisions/problems.tsx';
import { ExceptionFields } from './exception-fields.tsx';
import { WeekGrid } from './week-grid.tsx';

const ZONES = Intl.supportedValuesOf('timeZone');
const BY_CONTACT = { value: 'contact', label: 'the contact’s own clock' };

type ScheduleFormProps = {
  readonly schedule: JsonObject;
  readonly onChange: (schedule: JsonObject) => void;
};

/** The name, the clock, the hours of the week, and the days that are different. */
export function ScheduleForm({ schedule, onChange }: ScheduleFormProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(schedule, name, value));
  const zone = textMember(schedule, 'timeZone');
  const fallback = textMember(schedule, 'fallbackTimeZone');
  return (
    <Stack>
      <Group grow preventGrowOverflow={false} align="flex-start">
        <TextInput
          label="Name"
          required
          maxLength={120}
          value={textMember(schedule, 'name')}
          error={problem('name')}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
        />
        <Select
          label="By the clock of"
          searchable
          allowDeselect={false}
          limit={60}
          data={[BY_CONTACT, ...zonesWith(zone)]}
          value={zone}
          error={problem('timeZone')}
          onChange={(next) =>
            onChange({
              ...withMember(schedule, 'fallbackTimeZone', next === 'contact' ? fallback || 'UTC' : undefined),
              timeZone: next ?? zone,
            })
          }
        />
        {zone === 'contact' && (
          <Select
            label="Where that is not known"
            searchable
            allowDeselect={false}
            limit={60}
            data={zonesWith(fallback)}
            value={fallback}
            error={problem('fallbackTimeZone')}
            onChange={(next) => set('fallbackTimeZone', next ?? undefined)}
          />
        )}
      </Group>
      <Fieldset legend="Every week">
        <WeekGrid weekly={schedule['weekly']} onChange={(weekly) => set('weekly', weekly)} />
        <Within path={['weekly']}>
          <OtherProblems />
        </Within>
      </Fieldset>
      <Fieldset legend="Exceptions">
        <ExceptionFields exceptions={schedule['exceptions']} onChange={(next) => set('exceptions', next)} />
        <Within path={['exceptions']}>
          <OtherProblems />
        </Within>
      </Fieldset>
      <OtherProblems besides={['name', 'timeZone', 'fallbackTimeZone', 'weekly', 'exceptions']} />
    </Stack>
  );
}

function zonesWith(zone: string): string[] {
  const own = zone === '' || zone === 'contact' ? [] : [zone];
  // Browsers disagree about whether UTC is among the zones, and a list may hold each but once.
  return [...new Set(['UTC', ...own, ...ZONES])];
}
