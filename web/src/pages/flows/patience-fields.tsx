import { Fieldset, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { useProblemAt, Within } from '../revisions/problems.tsx';
import { DurationInput } from '../rules/duration-input.tsx';
import { END } from './flow-edits.ts';
import { FlowTextFields } from './flow-text-fields.tsx';
import { TargetSelect } from './target-select.tsx';

type PatienceFieldsProps = {
  readonly step: JsonObject;
  readonly onChange: (step: JsonObject) => void;
  readonly withStep: (flow: JsonObject, step: JsonObject) => JsonObject;
};

const USUAL_RETRIES = 2;

/** What becomes of answers that do not fit, and of none. */
export function PatienceFields({ step, onChange, withStep }: PatienceFieldsProps) {
  const problem = useProblemAt();
  const set = (name: string, value: unknown) => onChange(withMember(step, name, value));
  const retries = step['retries'];
  return (
    <>
      <Fieldset legend="When the answer does not fit" p="sm">
        <Stack gap="xs">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <NumberInput
              label="Ask again, times"
              min={0}
              max={10}
              allowDecimal={false}
              value={typeof retries === 'number' ? retries : USUAL_RETRIES}
              error={problem('retries')}
              onChange={(next) => set('retries', typeof next === 'number' ? next : undefined)}
            />
            <TargetSelect
              label="After that"
              value={textMember(step, 'onInvalid') || END}
              error={problem('onInvalid')}
              onChange={(next) => set('onInvalid', next)}
              withTarget={(flow, target) => withStep(flow, { ...step, onInvalid: target })}
            />
          </SimpleGrid>
          <Within path={['retryText']}>
            <FlowTextFields
              label="Asked instead of the question"
              isOptional
              value={asObject(step['retryText']) ?? {}}
              onChange={(text) => set('retryText', Object.keys(text).length === 0 ? undefined : text)}
            />
          </Within>
        </Stack>
      </Fieldset>
      <Fieldset legend="When nobody answers" p="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <DurationInput
            label="Waits for"
            unit="hours"
            value={textMember(step, 'timeout')}
            error={problem('timeout')}
            onChange={(iso) => set('timeout', filled(iso))}
          />
          <TargetSelect
            label="Then"
            value={textMember(step, 'onTimeout') || END}
            error={problem('onTimeout')}
            onChange={(next) => set('onTimeout', next)}
            withTarget={(flow, target) => withStep(flow, { ...step, onTimeout: target })}
          />
        </SimpleGrid>
      </Fieldset>
    </>
  );
}
