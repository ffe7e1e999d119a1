import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Concern } from './attention.ts';

/** What needs a person, each with where to go. */
export function AttentionList({ concerns }: { readonly concerns: readonly Concern[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="attention">
      <Title order={2} size="h5" mb="xs" id="attention">
        Needs attention
      </Title>
      {concerns.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing. All is well.
        </Text>
      ) : (
        <Stack gap={6}>
          {concerns.map(({ key, words, to, isUrgent }) => (
            <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
              <Badge color={isUrgent ? 'red' : 'yellow'} variant="light" tt="none" style={{ flexShrink: 0 }}>
                {isUrgent ? 'now' : 'soon'}
              </Badge>
              <Anchor component={Link} to={to} size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {words}
              </Anchor>
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  );
}
