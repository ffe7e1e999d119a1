import { Alert, Button, Group, List } from '@mantine/core';
import { Problem } from '../api/problem.ts';

/** An error where it happened: what is wrong, which field, and what to do; with a way to try again where that can help. */
export function ProblemAlert({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const errors = error instanceof Problem ? error.errors : [];
  return (
    <Alert color="red" title={error instanceof Problem ? error.title : 'That did not work'} role="alert">
      {error.message}
      {errors.length > 0 && (
        <List size="sm" mt="xs">
          {errors.map(({ pointer, detail }) => (
            <List.Item key={`${pointer} ${detail}`}>
              {pointer === '' ? '' : `${pointer}: `}
              {detail}
            </List.Item>
          ))}
        </List>
      )}
      {onRetry !== undefined && (
        <Group mt="sm">
          <Button size="xs" variant="light" color="red" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}
