import { Alert, Button, Skeleton, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { RuleList } from './rule-list.tsx';
import { StarterPacks } from './starter-packs.tsx';
import { useRules } from './use-rules.ts';

export function RulesPage() {
  const mayEdit = useMay('editor');
  const { data, error, refetch } = useRules();
  const [arePacksOpen, packs] = useDisclosure();
  return (
    <Page
      title="Rules"
      about="Asked from the top. The first that matches wins, unless it says that the next ones are asked too."
      actions={
        <>
          <Button variant="default" component={Link} to="/rules/dry-runs">
            Dry runs
          </Button>
          {mayEdit && (
            <>
              <Button variant="default" onClick={packs.toggle} aria-expanded={arePacksOpen}>
                Starter packs
              </Button>
              <Button component={Link} to="/rules/new">
                New rule
              </Button>
            </>
          )}
        </>
      }
    >
      {arePacksOpen && (
        <section aria-labelledby="starter-packs">
          <Title order={2} size="h4" mb={4} id="starter-packs">
            Starter packs
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            Rules that many begin with. They are added at the end as shadows: counted, and answering nobody
            until you switch them to live.
          </Text>
          <StarterPacks onDone={packs.close} />
        </section>
      )}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} aria-label="Loading" />}
      {data?.items.length === 0 && !arePacksOpen && (
        <EmptyState title="No rules yet: nobody gets an answer">
          <Text mb="md">Start with one that others use too, and change its words; or write your own.</Text>
          <StarterPacks onDone={packs.close} />
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          {!mayEdit && (
            <Alert color="gray">
              Only editors and administrators may change rules. You can open and try them.
            </Alert>
          )}
          <RuleList page={data} mayEdit={mayEdit} />
        </>
      )}
      <VisuallyHidden>
        <p id="reorder-help">Move a rule with its buttons up and down, or drag its row by the handle.</p>
      </VisuallyHidden>
    </Page>
  );
}
