import { Text } from '@mantine/core';

/** That the answer which the verdict speaks of never left, and why: `the reply was withheld: The contact has opted out.` */
export function Withheld({ clause }: { readonly clause: string }) {
  return (
    <Text size="xs" c="dimmed" maw={260} lineClamp={3} title={clause} style={{ overflowWrap: 'anywhere' }}>
      but {clause}
    </Text>
  );
}
