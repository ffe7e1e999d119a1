import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, bodyOf } from '../../api/client.ts';
import { useMay } from '../../session/use-session.ts';
import { CustomerText } from '../../shell/customer-text.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { SegmentCounter } from '../rules/segment-counter.tsx';

export function TemplatesPage() {
  const mayEdit = useMay('editor');
  const { data, error, refetch } = useQuery({
    queryKey: ['templates', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/templates')),
  });
  const make = mayEdit && (
    <Button component={Link} to="/templates/new">
      New template
    </Button>
  );
  return (
    <Page title="Templates" about="Texts that several rules say, in all their languages." actions={make}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={160} aria-label="Loading" />}
      {data?.items.length === 0 && (
        <EmptyState title="No templates yet">
          A text that more than one rule says belongs here: it is changed once, and every rule says the new
          one.
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <DataTable
          label="Templates"
          items={data.items}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Name',
              cell: ({ id, name, category }) => (
                <>
                  <Anchor component={Link} to={`/templates/${id}`} fw={600} dir="auto">
                    {name}
                  </Anchor>
                  {category !== undefined && (
                    <Text size="xs" c="dimmed">
                      {category}
                    </Text>
                  )}
                </>
              ),
            },
            {
              header: 'Text',
              cell: ({ text }) => (
                <>
                  <CustomerText text={text} />
                  <SegmentCounter text={text} />
                </>
              ),
            },
            {
              header: 'Languages',
              cell: ({ languages }) => (
                <Group gap={4}>{Object.keys(languages ?? {}).join(', ') || '–'}</Group>
              ),
            },
            { header: 'Changed', cell: ({ updatedAt }) => <Instant at={updatedAt} /> },
          ]}
        />
      )}
    </Page>
  );
}
