import { Anchor, Text } from '@mantine/core';
import { Entrance } from './entrance.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** What everybody sees who is not signed in. */
export function SignInPage() {
  return (
    <Entrance
      title="Sign in"
      below={
        <Text size="sm" c="dimmed" ta="center">
          No account yet? Ask an administrator for a link. The first administrator finds theirs in what Heed
          printed when it started.{' '}
          <Anchor href="/docs" inherit underline="always">
            API description
          </Anchor>
        </Text>
      }
    >
      <SignInForm />
    </Entrance>
  );
}
