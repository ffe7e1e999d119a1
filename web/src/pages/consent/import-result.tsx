import { Alert, Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { components } from '../../api/schema.d.ts';

type Result = components['schemas']['ImportResultView'];

/** What an import did, or would do. */
export function ImportResult({ result }: { readonly result: Result }) {
  const { dryRun, rows, recorded, already, kept } = result;
  const counts = [
    ['Opt-outs', recorded.optedOut],
    ['Holds', recorded.held],
    ['Consents of people whom nothing holds back', recorded.subscribed],
    ['Rows that say what was known', already],
    ['Rows that would have lifted an opt-out or a hold, and do not', kept],
  ] as const;
  return (
    <Alert
      color={dryRun ? 'blue' : 'green'}
      title={dryRun ? 'This is what the import would do' : 'The list is imported'}
    >
      <Table withRowBorders={false} verticalSpacing={2} maw={520}>
        <Table.Tbody>
          {counts.map(([what, count]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={400}>
                {what}
              </Table.Th>
              <Table.Td ta="right">{count.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">Rows of the list</Table.Th>
            <Table.Td ta="right">{rows.toLocaleString()}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {!dryRun && (
        <Text size="sm" mt="xs">
          Every row has its entry in{' '}
          <Anchor component={Link} to="/ledger" inherit underline="always">
            the ledger
          </Anchor>
          .
        </Text>
      )}
    </Alert>
  );
}
