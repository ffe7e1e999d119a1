import { Checkbox, Group, Select } from '@mantine/core';
import type { ValueEditorProps } from 'react-querybuilder';
import { asObject } from '../../../../../src/messaging/untrusted.js';
import { withMember } from '../../revisions/json-member.ts';
import { factNamed, useFacts } from '../use-facts.ts';
import { knowsCase } from './value-kind.ts';
import { ValueField } from './value-field.tsx';

const ZONES = Intl.supportedValuesOf('timeZone');

/** What stands at the right of a question: the value, and where they matter its case and whose clock is read. */
export function QuestionValue({ value, operator, rule, ...editor }: ValueEditorProps) {
  const fact = factNamed(useFacts(), rule.field);
  const remarks = asObject(value) ?? {};
  const { timeZone, caseSensitive } = remarks;
  const set = (name: string, next: unknown) => editor.handleOnChange(withMember(remarks, name, next));
  const zone = typeof timeZone === 'string' ? timeZone : null;
  return (
    <Group gap="xs" flex={1} miw={180}>
      <ValueField
        operator={operator}
        factType={fact?.type}
        value={remarks['value']}
        onChange={(next) => set('value', next)}
      />
      {knowsCase(operator, fact?.type) && (
        <Checkbox
          label="Aa"
          aria-label="Upper and lower case matter"
          title="Upper and lower case matter"
          checked={caseSensitive === true}
          onChange={({ currentTarget }) => set('caseSensitive', currentTarget.checked ? true : undefined)}
        />
      )}
      {(fact?.needsTimeZone === true || zone !== null) && (
        <Select
          aria-label="By the clock of"
          placeholder="Time zone"
          searchable
          limit={50}
          w={180}
          data={zone === null || ZONES.includes(zone) ? ZONES : [zone, ...ZONES]}
          value={zone}
          onChange={(next) => set('timeZone', next ?? undefined)}
        />
      )}
    </Group>
  );
}
