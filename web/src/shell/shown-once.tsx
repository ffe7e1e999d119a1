import { Alert, Button, Code, CopyButton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

type ShownOnceProps = {
  readonly title: string;
  readonly value: string;
  /** What to do with it. */
  readonly children?: ReactNode;
};

/** Something secret that cannot be shown again. */
export function ShownOnce({ title, value, children }: ShownOnceProps) {
  return (
    <Alert color="yellow" title={title} role="status">
      <Stack gap="xs" align="flex-start">
        <div>{children}</div>
        <Code block w="100%" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {value}
        </Code>
        <Copy value={value} />
      </Stack>
    </Alert>
  );
}

type CopyProps = {
  readonly value: string;
  readonly label?: string;
  /** What is copied, where several such buttons stand on a page. */
  readonly what?: string;
};

/** Copies a text, and says that it did. */
export function Copy({ value, label = 'Copy', what }: CopyProps) {
  return (
    <CopyButton value={value} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="compact-sm"
          onClick={copy}
          {...(what !== undefined && { 'aria-label': `${copied ? 'Copied' : label} ${what}` })}
        >
          <span aria-live="polite">{copied ? 'Copied' : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
