import { Button, Container } from '@mantine/core';
import { useRouteError } from 'react-router';
import { EmptyState } from './empty-state.tsx';

/** A page that broke, or whose file is gone because a newer version was installed meanwhile. */
export function Crash() {
  const error = useRouteError();
  return (
    <Container py="xl">
      <EmptyState title="This page could not be shown">
        <p>
          A newer version of Heed may have been installed. Load the page again; if that does not help, this is
          what it said: {error instanceof Error ? error.message : String(error)}
        </p>
        <Button onClick={() => window.location.reload()}>Load again</Button>
      </EmptyState>
    </Container>
  );
}
