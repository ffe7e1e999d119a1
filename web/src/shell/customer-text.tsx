import { Button, Text } from '@mantine/core';
import { useState } from 'react';

const CLIPPED_AT = 600;

/** Words that somebody else wrote: always as text, in their own direction, wrapped wherever need be, and clipped when very long. */
export function CustomerText({ text, size = 'sm' }: { readonly text: string; readonly size?: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > CLIPPED_AT;
  const shown = isLong && !isWhole ? `${text.slice(0, CLIPPED_AT)}…` : text;
  return (
    <>
      <Text
        dir="auto"
        size={size}
        component="div"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {shown}
      </Text>
      {isLong && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={isWhole}
          onClick={() => setWhole((was) => !was)}
        >
          {isWhole ? 'Show less' : `Show all ${text.length.toLocaleString()} characters`}
        </Button>
      )}
    </>
  );
}
