import './phone.css';
import { Alert, Button, Code, Group, Loader } from '@mantine/core';
import { useMay } from '../../session/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Page } from '../../shell/page.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { HandsetCard } from './handset-card.tsx';
import { MAX_HANDSETS, lineKey, useHandsets } from './handsets.ts';
import { useSandbox, type SandboxLine } from './use-sandbox.ts';

/** A customer's handset: the whole road, from a signed webhook to the provider's send API, without a provider. */
export function PhonePage() {
  const sandbox = useSandbox();
  if (sandbox.isError) {
    return (
      <Page title="Phone">
        <ProblemAlert error={sandbox.error} onRetry={() => void sandbox.refetch()} />
      </Page>
    );
  }
  if (sandbox.isPending) {
    return (
      <Page title="Phone">
        <Loader aria-label="Loading" />
      </Page>
    );
  }
  return sandbox.data.isRunning ? <Handsets lines={sandbox.data.lines} /> : <NoSandbox />;
}

function Handsets({ lines }: { readonly lines: readonly SandboxLine[] }) {
  const { handsets, change, add, remove } = useHandsets(lines);
  const mayWrite = useMay('editor');
  return (
    <Page
      title="Phone"
      about="You are the customer. What you write comes to Heed as a provider’s signed webhook."
      actions={
        handsets.length < MAX_HANDSETS && (
          <Button variant="default" onClick={add}>
            Another handset
          </Button>
        )
      }
    >
      {!mayWrite && (
        <Alert color="gray">
          You may look at the phone. Writing as a customer needs the role editor; ask an administrator.
        </Alert>
      )}
      <Group align="flex-start" gap="xl" justify="center">
        {handsets.map((handset) => {
          const line = lines.find((each) => lineKey(each) === handset.line);
          return (
            line !== undefined && (
              <HandsetCard
                key={handset.id}
                handset={handset}
                line={line}
                lines={lines}
                onChange={change}
                {...(handsets.length > 1 && { onRemove: () => remove(handset.id) })}
              />
            )
          );
        })}
      </Group>
    </Page>
  );
}

function NoSandbox() {
  return (
    <Page title="Phone">
      <EmptyState title="No sandbox runs here">
        <p>
          The phone speaks through the sandbox, which plays the providers. It runs while no provider is
          configured, or when Heed is started with <Code>HEED_DEMO=on</Code>. To try words against your rules
          without sending anything, use the simulator beside a rule.
        </p>
      </EmptyState>
    </Page>
  );
}
