import { Code, Table, Text } from '@mantine/core';
import { jsonDifferences } from '../../../../src/admin/revisions/json-difference.js';

type Sides = { readonly before: string; readonly after: string };

/** Every place at which two definitions differ, with what stands on either side. */
export function DifferenceTable({
  before,
  after,
  sides,
}: {
  readonly before: unknown;
  readonly after: unknown;
  readonly sides: Sides;
}) {
  const differences = jsonDifferences(before, after);
  if (differences.length === 0) return <Text c="dimmed">Both are the same.</Text>;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label="Differences">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Place</Table.Th>
            <Table.Th scope="col">{sides.before}</Table.Th>
            <Table.Th scope="col">{sides.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map((difference) => (
            <Table.Tr key={difference.pointer}>
              <Table.Th scope="row">
                <Code>{difference.pointer === '' ? '/' : difference.pointer}</Code>
              </Table.Th>
              <Side value={difference.before} />
              <Side value={difference.after} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Side({ value }: { readonly value: unknown }) {
  return (
    <Table.Td style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', verticalAlign: 'top' }} dir="auto">
      {value === undefined ? (
        <Text span c="dimmed" size="sm">
          nothing
        </Text>
      ) : typeof value === 'string' ? (
        value
      ) : (
        <Code block>{JSON.stringify(value, undefined, 1)}</Code>
      )}
    </Table.Td>
  );
}
