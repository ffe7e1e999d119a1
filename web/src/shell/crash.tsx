import { Button, Container } from '@mantine/core';
import { useRouteError } from 'react-router';
import { EmptyState } from './empty-state.tsx';

/** What browsers say when a file of a page cannot be fetched; each in its own words. */
function isMissingPart(error: unknown): boolean {
  return error instanceof Error && /import|module|fetch/i.test(error.message);
}

/** A page that broke, or whose file is gone because a newer version was installed meanwhile. */
export function Crash() {
  const error = useRouteError();
  return (
    <Container py="xl">
      <EmptyState title="This page could not be shown">
        <p>
          {isMissingPart(error)
            ? 'A part of the page could not be loaded: Heed does not answer, or a newer version was installed meanwhile. Check the connection, then load again.'
            : `Load the page again; if that does not help, this is what it said: ${error instanceof Error ? error.message : String(error)}`}
        </p>
        <Button onClick={() => window.location.reload()}>Load again</Button>
      </EmptyState>
    </Container>
  );
}
