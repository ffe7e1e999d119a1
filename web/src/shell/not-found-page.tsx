import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Nothing here">
      <EmptyState title="There is no such page">
        <Anchor component={Link} to="/">
          Go to the overview
        </Anchor>
      </EmptyState>
    </Page>
  );
}
