import { Badge, Group, List, Paper, Stack, Text } from '@mantine/core';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { outlineOf } from './flow-outline.ts';

/** The steps of a flow to read: what each says, and where it leads. */
export function FlowOutline({ flow }: { readonly flow: JsonObject }) {
  const steps = outlineOf(flow);
  if (steps.length === 0) return <Text c="dimmed">It has no steps yet. Write them in the JSON tab.</Text>;
  return (
    <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
      {steps.map(({ name, kind, says, ways, isUnreached }) => (
        <Paper key={name} withBorder p="sm" component="li">
          <Group gap="xs">
            <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            <Badge variant="default" tt="none">
              {kind}
            </Badge>
            {isUnreached && (
              <Badge color="orange" variant="light" tt="none">
                never reached
              </Badge>
            )}
          </Group>
          {says !== '' && (
            <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {says}
            </Text>
          )}
          <List size="sm" c="dimmed">
            {ways.map(({ when, to, isMissing }, index) => (
              <List.Item key={index}>
                {when} → {to === 'end' ? 'the end' : to}
                {isMissing && (
                  <Text span inherit c="red">
                    {' '}
                    (there is no such step)
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </Paper>
      ))}
    </Stack>
  );
}
