import { Code, Stack, Text } from '@mantine/core';
import { jsonDifferences } from '../../../../src/admin/revisions/json-difference.js';

type ChangeProps = { readonly before: unknown; readonly after: unknown };

/** What became different: each member with what it was and what it is, or with what was given where the state before is not known. */
export function Change({ before, after }: ChangeProps) {
  const differences = jsonDifferences(before ?? {}, after ?? {});
  if (differences.length === 0) return '–';
  return (
    <Stack gap={4}>
      {differences.map((difference) => (
        <Text key={difference.pointer} size="xs" component="div">
          <Text span inherit c="dimmed">
            {difference.pointer.slice(1)}
          </Text>{' '}
          {'before' in difference && <Value value={difference.before} />}
          {'before' in difference && ' → '}
          {'after' in difference ? <Value value={difference.after} /> : 'nothing'}
        </Text>
      ))}
    </Stack>
  );
}

const SHOWN_LENGTH = 300;

function Value({ value }: { readonly value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text}
    </Code>
  );
}
