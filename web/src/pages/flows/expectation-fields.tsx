import { Checkbox, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { EXPECTED_KINDS } from '../../../../src/rules/flows/flow-definition.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt } from '../revisions/problems.tsx';
import { OptionFields } from './option-fields.tsx';

type Kind = (typeof EXPECTED_KINDS)[number];

const WORDS: Readonly<Record<Kind, string>> = {
  text: 'any text',
  number: 'a number',
  date: 'a date',
  choice: 'one of several answers',
  email: 'an e-mail address',
  phone: 'a phone number',
  yesNo: 'yes or no',
};

type ExpectationFieldsProps = {
  readonly expect: unknown;
  readonly onChange: (expect: JsonObject) => void;
};

/** What an answer has to be. */
export function ExpectationFields({ expect, onChange }: ExpectationFieldsProps) {
  const problem = useProblemAt();
  const expectation = asObject(expect) ?? { kind: 'text' };
  const kind = EXPECTED_KINDS.find((each) => each === expectation['kind']);
  const set = (name: string, value: unknown) => onChange(withMember(expectation, name, value));
  return (
    <Stack gap="xs">
      <Select
        label="The answer has to be"
        allowDeselect={false}
        data={EXPECTED_KINDS.map((value) => ({ value, label: WORDS[value] }))}
        value={kind ?? null}
        error={problem('kind')}
        onChange={(next) => {
          if (next !== null && next !== kind) onChange(freshExpectation(next));
        }}
      />
      {(kind === 'text' || kind === 'number') && (
        <SimpleGrid cols={{ base: 1, xs: kind === 'text' ? 3 : 2 }} spacing="xs">
          <Bound
            label={kind === 'text' ? 'Characters at least' : 'At least'}
            of={expectation}
            name="min"
            set={set}
          />
          <Bound
            label={kind === 'text' ? 'Characters at most' : 'At most'}
            of={expectation}
            name="max"
            set={set}
          />
          {kind === 'text' && (
            <TextInput
              label="Matches the pattern"
              placeholder="[A-Z]{2}[0-9]+"
              value={textMember(expectation, 'pattern')}
              error={problem('pattern')}
              onChange={({ currentTarget }) => set('pattern', filled(currentTarget.value))}
            />
          )}
        </SimpleGrid>
      )}
      {kind === 'number' && (
        <Checkbox
          label="A whole number"
          checked={expectation['integer'] === true}
          onChange={({ currentTarget }) => set('integer', currentTarget.checked ? true : undefined)}
        />
      )}
      {kind === 'date' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <Day label="Not before" of={expectation} name="min" set={set} />
          <Day label="Not after" of={expectation} name="max" set={set} />
          <Select
            label="3/4 is"
            allowDeselect={false}
            data={[
              { value: 'dayFirst', label: '3 April' },
              { value: 'monthFirst', label: 'March 4' },
            ]}
            value={textMember(expectation, 'order') || 'dayFirst'}
            onChange={(order) => set('order', order === 'dayFirst' ? undefined : (order ?? undefined))}
          />
          <Select
            label="“Today” by the clock of"
            placeholder="UTC"
            searchable
            clearable
            limit={60}
            data={Intl.supportedValuesOf('timeZone')}
            value={textMember(expectation, 'timeZone') || null}
            error={problem('timeZone')}
            onChange={(zone) => set('timeZone', zone ?? undefined)}
          />
        </SimpleGrid>
      )}
      {kind === 'choice' && (
        <OptionFields options={expectation['options']} onChange={(options) => set('options', options)} />
      )}
      <OtherProblems besides={['kind', 'min', 'max', 'pattern', 'timeZone', 'options']} />
    </Stack>
  );
}

type BoundProps = {
  readonly label: string;
  readonly of: JsonObject;
  readonly name: string;
  readonly set: (name: string, value: unknown) => void;
};

function Bound({ label, of, name, set }: BoundProps) {
  const problem = useProblemAt();
  const value = of[name];
  return (
    <NumberInput
      label={label}
      placeholder="any"
      value={typeof value === 'number' ? value : ''}
      error={problem(name)}
      onChange={(next) => set(name, typeof next === 'number' ? next : undefined)}
    />
  );
}

function Day({ label, of, name, set }: BoundProps) {
  const problem = useProblemAt();
  return (
    <TextInput
      label={label}
      placeholder="2026-12-24 or today"
      value={textMember(of, name)}
      error={problem(name)}
      onChange={({ currentTarget }) => set(name, filled(currentTarget.value))}
    />
  );
}

function freshExpectation(kind: string): JsonObject {
  return kind === 'choice' ? { kind, options: [{ label: '' }, { label: '' }] } : { kind };
}
