import { Badge } from '@mantine/core';

const WORDS: Readonly<Record<string, { readonly color: string; readonly words: string }>> = {
  subscribed: { color: 'green', words: 'subscribed' },
  opted_out: { color: 'orange', words: 'opted out' },
  held: { color: 'yellow', words: 'wish unclear' },
};

/** Whether automatic messages may go there, in words. */
export function ConsentBadge({ state }: { readonly state: string }) {
  const { color, words } = WORDS[state] ?? { color: 'gray', words: state };
  return (
    <Badge color={color} variant="light" tt="none">
      {words}
    </Badge>
  );
}
