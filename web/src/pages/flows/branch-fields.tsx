import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { asArray, asObject } from '../../../../src/messaging/untrusted.js';
import { moved, replaced, textMember, without } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt, Within } from '../revisions/problems.tsx';
import { ConditionBuilder } from '../rules/condition/condition-builder.tsx';
import type { StepFieldsProps } from './step-fields.tsx';
import { TargetSelect } from './target-select.tsx';

/** The event about which a flow may ask: it also goes on when nobody wrote. */
const FLOW_EVENT = 'flow.timed_out';
const FRESH = { when: { all: [{ fact: 'flow.answer', op: 'equals', value: '' }] }, next: 'end' };

/** The ways on, each with its condition: the first that holds is taken. */
export function BranchFields({ step, onChange, withStep }: StepFieldsProps) {
  const problem = useProblemAt();
  const branches = (asArray(step['branch']) ?? []).map((branch) => asObject(branch) ?? {});
  const set = (branch: readonly unknown[]) => onChange({ ...step, branch });
  return (
    <Stack gap="sm">
      {branches.map((branch, index) => (
        <Within key={index} path={['branch', index]}>
          <Card withBorder p="xs" role="group" aria-label={`Branch ${index + 1}`}>
            <Group justify="space-between" mb={4}>
              <Text size="sm" fw={600}>
                {index === 0 ? 'When this holds' : 'Or else, when this holds'}
              </Text>
              <Group gap={4}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Move branch ${index + 1} up`}
                  onClick={() => set(moved(branches, index, index - 1))}
                >
                  ↑
                </Button>
                {branches.length > 1 && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    aria-label={`Remove branch ${index + 1}`}
                    onClick={() => set(without(branches, index))}
                  >
                    ✕
                  </Button>
                )}
              </Group>
            </Group>
            <ConditionBuilder
              condition={branch['when']}
              event={FLOW_EVENT}
              onChange={(when) => set(replaced(branches, index, { ...branch, when }))}
            />
            <OtherProblems besides={['next']} />
            <BranchTarget
              number={index + 1}
              value={textMember(branch, 'next')}
              onChange={(next) => set(replaced(branches, index, { ...branch, next }))}
              withTarget={(flow, next) =>
                withStep(flow, { ...step, branch: replaced(branches, index, { ...branch, next }) })
              }
            />
          </Card>
        </Within>
      ))}
      <Button
        size="xs"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => set([...branches, FRESH])}
      >
        + Condition
      </Button>
      <TargetSelect
        label="Otherwise"
        value={textMember(step, 'otherwise')}
        error={problem('otherwise')}
        onChange={(otherwise) => onChange({ ...step, otherwise })}
        withTarget={(flow, otherwise) => withStep(flow, { ...step, otherwise })}
      />
    </Stack>
  );
}

type BranchTargetProps = {
  readonly number: number;
  readonly value: string;
  readonly onChange: Parameters<typeof TargetSelect>[0]['onChange'];
  readonly withTarget: Parameters<typeof TargetSelect>[0]['withTarget'];
};

function BranchTarget({ number, ...target }: BranchTargetProps) {
  const problem = useProblemAt();
  return <TargetSelect label={`Branch ${number} leads to`} error={problem('next')} {...target} />;
}
