import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where a list would: why there is nothing, and the next step. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text component="div" c="dimmed" ta="center" maw={560}>
          {children}
        </Text>
      </Stack>
    </Paper>
  );
}
