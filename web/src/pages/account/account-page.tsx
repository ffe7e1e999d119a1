import { Stack, Text } from '@mantine/core';
import { useSession } from '../../session/use-session.ts';
import { Page } from '../../shell/page.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';

/** What people see and change about themselves. */
export function AccountPage() {
  const { data: session } = useSession();
  if (session === null || session === undefined) return null;
  return (
    <Page title="Your account" about={`${session.email ?? session.actor}, ${session.role}`}>
      {session.kind === 'user' ? (
        <Stack>
          <PasswordForm />
          <OwnSessions />
        </Stack>
      ) : (
        <Text>You are signed in with an API token, which has no password.</Text>
      )}
    </Page>
  );
}
