import { Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { moved } from '../revisions/json-member.ts';
import { RuleRow } from './rule-row.tsx';
import { useConflicts } from './use-conflicts.ts';
import { useReorder, type RulePage } from './use-rules.ts';

/** The rules in the order in which they are asked. A row is moved with the mouse by its handle, with the keyboard by its buttons. */
export function RuleList({ page, mayEdit }: { readonly page: RulePage; readonly mayEdit: boolean }) {
  const reorder = useReorder();
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const [said, say] = useState('');
  const { items } = page;
  const hasGroups = items.some(({ group }) => group !== undefined);
  const conflicts = useConflicts(page.version).data?.items ?? [];
  const move = (from: number, to: number) => {
    const next = moved(items, from, to);
    if (next === items || reorder.isPending) return;
    say(`${items[from]?.name ?? ''} is now number ${to + 1} of ${items.length}.`);
    reorder.mutate({ ...page, items: [...next] });
  };
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" aria-describedby="reorder-help">
        <Table.Thead visibleFrom="sm">
          <Table.Tr>
            <Table.Th scope="col">Place</Table.Th>
            <Table.Th scope="col">Rule</Table.Th>
            <Table.Th scope="col">Fired</Table.Th>
            <Table.Th scope="col">Mode</Table.Th>
            <Table.Th scope="col">
              <VisuallyHidden>Delete</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.flatMap((rule, index) => [
            ...(hasGroups && (index === 0 || rule.group !== items[index - 1]?.group)
              ? [<GroupHeading key={`group of ${rule.id}`} group={rule.group} />]
              : []),
            <RuleRow
              key={rule.id}
              rule={rule}
              place={index + 1}
              count={items.length}
              mayEdit={mayEdit}
              conflicts={conflicts.filter((conflict) => conflict.rule.id === rule.id)}
              isTarget={over === index && dragged !== undefined && dragged !== index}
              onMove={(by) => move(index, index + by)}
              onDragStart={() => setDragged(index)}
              onDragOver={() => setOver(index)}
              onDragEnd={() => {
                setDragged(undefined);
                setOver(undefined);
              }}
              onDrop={() => {
                if (dragged !== undefined) move(dragged, index);
              }}
            />,
          ])}
        </Table.Tbody>
      </Table>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Paper>
  );
}

/** Rules keep one order over all groups: a group whose rules do not stand together has its name over each run of them. */
function GroupHeading({ group }: { readonly group: string | undefined }) {
  return (
    <Table.Tr>
      <Table.Th colSpan={5} scope="rowgroup" py={6} bg="var(--mantine-color-default-hover)">
        <Text span size="xs" fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {group === undefined ? 'Without a group' : `Group: ${group}`}
        </Text>
      </Table.Th>
    </Table.Tr>
  );
}
