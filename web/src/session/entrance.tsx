import { Center, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Wordmark } from '../shell/wordmark.tsx';

type EntranceProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Small print under the card. */
  readonly below?: ReactNode;
};

/** The frame of the pages that people see before they are signed in. */
export function Entrance({ title, children, below }: EntranceProps) {
  return (
    <Center mih="100dvh" p="md" component="main" className="page-ground">
      <Stack w={400} maw="100%" gap="lg">
        <Center>
          <Wordmark isLarge />
        </Center>
        <Paper withBorder shadow="sm" p={{ base: 'lg', sm: 'xl' }}>
          <Stack>
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
        {below}
      </Stack>
    </Center>
  );
}
