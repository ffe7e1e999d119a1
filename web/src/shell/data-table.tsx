import { Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment, type ReactNode } from 'react';

export type Column<Item> = {
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** For what belongs to the row as a whole, as its buttons do: on a phone it stands without its header. */
  readonly isBare?: boolean;
};

type DataTableProps<Item> = {
  /** What the rows are; read out, not shown. */
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
};

/** A table with real headers; where it would be cramped, one card for each row. */
export function DataTable<Item>({ label, columns, items, keyOf }: DataTableProps<Item>) {
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (isPhone) {
    return (
      <Stack gap="xs" role="list" aria-label={label}>
        {items.map((item) => (
          <Paper key={keyOf(item)} withBorder p="sm" role="listitem">
            <Stack gap={6}>
              {columns.map(({ header, cell, isBare = false }) => (
                <Fragment key={header}>
                  {isBare ? (
                    <Group>{cell(item)}</Group>
                  ) : (
                    <Group gap="sm" wrap="nowrap" align="flex-start">
                      <Text size="xs" c="dimmed" w={88} style={{ flexShrink: 0 }} pt={2}>
                        {header}
                      </Text>
                      <Text component="div" size="sm" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                        {cell(item)}
                      </Text>
                    </Group>
                  )}
                </Fragment>
              ))}
            </Stack>
          </Paper>
        ))}
      </Stack>
    );
  }
  return (
    <Paper withBorder style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Table className="data-table" verticalSpacing="xs" highlightOnHover>
        <Table.Caption hidden>{label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ header }) => (
              <Table.Th key={header} scope="col">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={keyOf(item)}>
              {columns.map(({ header, cell }) => (
                <Table.Td key={header} valign="top" style={{ overflowWrap: 'break-word' }}>
                  {cell(item)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
