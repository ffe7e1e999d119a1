import { Center, Loader } from '@mantine/core';
import { Outlet } from 'react-router';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { useSession } from './use-session.ts';

/** Lets those in who are signed in; the others sign in at the address they wanted to see. */
export function SessionGate() {
  const session = useSession();
  if (session.isPending) {
    return (
      <Center mih="100vh">
        <Loader aria-label="Loading" />
      </Center>
    );
  }
  if (session.isError) {
    return (
      <Center mih="100vh" p="md" component="main">
        <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
      </Center>
    );
  }
  return session.data === null ? <SignInPage /> : <Outlet />;
}
