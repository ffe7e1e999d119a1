import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt, Within } from '../revisions/problems.tsx';
import { WebhookFields } from '../rules/actions/webhook-fields.tsx';
import { DurationInput } from '../rules/duration-input.tsx';
import { BranchFields } from './branch-fields.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { FlowTextFields } from './flow-text-fields.tsx';
import { OptionFields } from './option-fields.tsx';
import { PatienceFields } from './patience-fields.tsx';
import { SetFields } from './set-fields.tsx';
import { kindOf } from './step-kinds.ts';
import { TargetSelect } from './target-select.tsx';

export type StepFieldsProps = {
  readonly step: JsonObject;
  readonly onChange: (step: JsonObject) => void;
  /** The flow with this step as it becomes. */
  readonly withStep: (flow: JsonObject, step: JsonObject) => JsonObject;
};

/** The fields of one step. What they do not show stays as it is. */
export function StepFields(props: StepFieldsProps) {
  const { step, onChange } = props;
  const kind = kindOf(step);
  const part = asObject(kind === undefined ? undefined : step[kind]) ?? {};
  const setPart = (next: unknown) => onChange(withMember(step, kind ?? '', next));
  switch (kind) {
    case 'say':
      return (
        <Stack gap="sm">
          <Within path={['say']}>
            <FlowTextFields label="Says" value={part} onChange={setPart} />
          </Within>
          <NextField {...props} />
        </Stack>
      );
    case 'ask':
      return <QuestionFields {...props} />;
    case 'menu':
      return <MenuFields {...props} />;
    case 'branch':
      return <BranchFields {...props} />;
    case 'set':
      return (
        <Stack gap="sm">
          <Within path={['set']}>
            <SetFields set={part} onChange={setPart} />
            <OtherProblems />
          </Within>
          <NextField {...props} />
        </Stack>
      );
    case 'webhook':
      return (
        <Stack gap="sm">
          <Within path={['webhook']}>
            <WebhookFields webhook={part} onChange={setPart} />
          </Within>
          <NextField {...props} />
        </Stack>
      );
    case 'handOver':
      return (
        <Within path={['handOver']}>
          <HandOverFields handOver={part} onChange={setPart} />
        </Within>
      );
    case 'end':
      return (
        <Within path={['end']}>
          <FlowTextFields label="Last word" isOptional value={part} onChange={setPart} />
        </Within>
      );
    case undefined:
      return (
        <Text size="sm" c="dimmed">
          The form does not know this step. Change it in the JSON tab; it is kept as it is.
        </Text>
      );
    default: {
      const never: never = kind;
      return never;
    }
  }
}

function NextField({ step, onChange, withStep }: StepFieldsProps) {
  const problem = useProblemAt();
  return (
    <TargetSelect
      label="Then"
      value={textMember(step, 'next')}
      error={problem('next')}
      onChange={(next) => onChange({ ...step, next })}
      withTarget={(flow, next) => withStep(flow, { ...step, next })}
    />
  );
}

function QuestionFields(props: StepFieldsProps) {
  const { step, onChange } = props;
  return (
    <Stack gap="sm">
      <Within path={['ask']}>
        <FlowTextFields
          label="Asks"
          value={asObject(step['ask']) ?? {}}
          onChange={(ask) => onChange({ ...step, ask })}
        />
      </Within>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <SaveAsField {...props} isRequired />
        <NextField {...props} />
      </SimpleGrid>
      <Within path={['expect']}>
        <ExpectationFields expect={step['expect']} onChange={(expect) => onChange({ ...step, expect })} />
      </Within>
      <PatienceFields {...props} />
    </Stack>
  );
}

function MenuFields(props: StepFieldsProps) {
  const { step, onChange, withStep } = props;
  const menu = asObject(step['menu']) ?? {};
  return (
    <Stack gap="sm">
      <Within path={['menu']}>
        <FlowTextFields
          label="Asks"
          description="The answers are listed under it with their numbers."
          value={menu}
          onChange={(next) => onChange({ ...step, menu: next })}
        />
        <OptionFields
          options={menu['options']}
          onChange={(options) => onChange({ ...step, menu: { ...menu, options } })}
          withOptions={(flow, options) => withStep(flow, { ...step, menu: { ...menu, options } })}
        />
      </Within>
      <SaveAsField {...props} />
      <PatienceFields {...props} />
    </Stack>
  );
}

function SaveAsField({
  step,
  onChange,
  isRequired = false,
}: StepFieldsProps & { readonly isRequired?: boolean }) {
  const problem = useProblemAt();
  const name = textMember(step, 'saveAs');
  return (
    <TextInput
      label="The answer is kept as"
      description={name === '' ? undefined : `Later texts say it with {{ flow.${name} }}.`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={isRequired ? 'name' : 'not kept'}
      required={isRequired}
      maxLength={40}
      value={name}
      error={problem('saveAs')}
      onChange={({ currentTarget: { value } }) =>
        onChange(withMember(step, 'saveAs', isRequired ? value : filled(value)))
      }
    />
  );
}

function HandOverFields({
  handOver,
  onChange,
}: {
  readonly handOver: JsonObject;
  readonly onChange: (handOver: JsonObject) => void;
}) {
  const problem = useProblemAt();
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <TextInput
          label="Reason"
          description="For your colleagues."
          required
          value={textMember(handOver, 'reason')}
          error={problem('reason')}
          onChange={({ currentTarget }) => onChange(withMember(handOver, 'reason', currentTarget.value))}
        />
        <DurationInput
          label="For how long"
          description="None: until somebody resumes it."
          unit="hours"
          value={textMember(handOver, 'for')}
          error={problem('for')}
          onChange={(iso) => onChange(withMember(handOver, 'for', filled(iso)))}
        />
      </SimpleGrid>
      <FlowTextFields label="Last word" isOptional value={handOver} onChange={onChange} />
    </Stack>
  );
}
