import { Alert, Button, Group, Modal, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { CustomerText } from '../../shell/customer-text.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useRuleChoices, useTestCase, type TestCase } from './use-test-case.ts';

const ANSWERING = { value: '', label: 'The rule that answered' };

/** Turns what a customer wrote into a test that a rule has to pass from now on, without their personal data. */
export function TestCaseDialog({
  messageId,
  onClose,
}: {
  readonly messageId: string;
  readonly onClose: () => void;
}) {
  const [ruleId, setRuleId] = useState('');
  const rules = useRuleChoices();
  const testCase = useTestCase(messageId);
  const make = (add: boolean) =>
    testCase.mutate(
      { add, ...(ruleId !== '' && { ruleId }) },
      {
        onSuccess: ({ revision, ruleName }) => {
          if (revision === null) return;
          notifications.show({ message: `“${ruleName}” has the test since revision ${revision}.` });
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title="Make a test case">
      <Stack>
        <Text size="sm">
          The test says what this rule answers to these words. A change that breaks it is told before it is
          saved.
        </Text>
        <NativeSelect
          label="Rule"
          data={[ANSWERING, ...(rules.data ?? [])]}
          value={ruleId}
          onChange={(event) => {
            setRuleId(event.currentTarget.value);
            testCase.reset();
          }}
        />
        {testCase.data !== undefined && <Preview testCase={testCase.data} />}
        {testCase.error !== null && <ProblemAlert error={testCase.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {testCase.data?.holds === true ? (
            <Button loading={testCase.isPending} onClick={() => make(true)}>
              Add it to the rule
            </Button>
          ) : (
            <Button loading={testCase.isPending} onClick={() => make(false)}>
              Show the test
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ testCase: { test, masked, holds, sentence, ruleName } }: { readonly testCase: TestCase }) {
  return (
    <Stack gap="xs">
      <Paper withBorder p="sm">
        <CustomerText text={test.text} />
        <Text size="xs" c="dimmed" mt={4}>
          Rule “{ruleName}” {test.expect === 'reply' ? 'has to answer this' : 'must not answer this'}
          {test.expectText === undefined ? '' : `, with “${test.expectText}”`}.
          {masked.length > 0 && ` Hidden: ${masked.join(', ')}.`}
        </Text>
      </Paper>
      {!holds && (
        <Alert color="orange" title="It does not come out like that today">
          {sentence}
        </Alert>
      )}
    </Stack>
  );
}
