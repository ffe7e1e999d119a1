import { Group, Text } from '@mantine/core';

/** The sign and the name; large where there is nothing else. */
export function Wordmark({ isLarge = false }: { readonly isLarge?: boolean }) {
  const side = isLarge ? 36 : 26;
  return (
    <Group gap={isLarge ? 'sm' : 'xs'} wrap="nowrap">
      <img src="/favicon.svg" alt="" width={side} height={side} />
      <Text fw={700} fz={isLarge ? 28 : 20} lh={1} style={{ letterSpacing: '-0.02em' }}>
        Heed
      </Text>
    </Group>
  );
}
