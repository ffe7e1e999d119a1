import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { SESSION_KEY } from './use-session.ts';

/** Asks for e-mail and password; also within a page whose session has ended, so that what was typed there stays. */
export function SignInForm({ onDone }: { readonly onDone?: () => void }) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => bodyOf(api.POST('/api/v1/session', { body })),
    onSuccess: async (session) => {
      queries.setQueryData(SESSION_KEY, session);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      onDone?.();
    },
    meta: { isShownInPlace: true },
  });
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        {signIn.error !== null && <ProblemAlert error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
