import { Anchor, Button, Loader, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, bodyOf } from '../api/client.ts';
import { letDemoCustomersWrite } from '../pages/overview/demo-customers.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Entrance } from './entrance.tsx';
import { SESSION_KEY } from './use-session.ts';

const ignore = () => undefined;

/** Where a one-time link leads: the first administrator, an invitation, or a new password. */
export function WelcomePage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const navigate = useNavigate();
  const queries = useQueryClient();
  const greeting = useQuery({
    queryKey: ['welcome', token],
    queryFn: () => bodyOf(api.POST('/api/v1/welcome/read', { body: { token } })),
    retry: false,
  });
  const asksEmail = greeting.data !== undefined && greeting.data.email === null;
  const form = useForm({ initialValues: { email: '', password: '', again: '' } });
  const accept = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) =>
      bodyOf(api.POST('/api/v1/welcome', { body: { token, password, ...(email !== '' && { email }) } })),
    meta: { isShownInPlace: true },
    onSuccess: (session) => {
      queries.setQueryData(SESSION_KEY, session);
      // Whoever is the first here would find empty pages. Where no sandbox runs, or it fails, the overview says how to begin.
      if (asksEmail) void letDemoCustomersWrite().then(() => queries.invalidateQueries(), ignore);
      void navigate('/', { replace: true });
    },
  });
  const differs = form.values.again !== '' && form.values.again !== form.values.password;
  return (
    <Entrance title="Welcome">
      {greeting.isPending && <Loader aria-label="Loading" />}
      {greeting.error !== null && (
        <>
          <ProblemAlert error={greeting.error} />
          <Anchor component={Link} to="/" size="sm">
            Sign in with a password
          </Anchor>
        </>
      )}
      {greeting.data !== undefined && (
        <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
          <Stack>
            <Text c="dimmed" size="sm">
              {greeting.data.email === null
                ? 'You are the first here and become the administrator.'
                : `Choose a password for ${greeting.data.email}.`}
            </Text>
            {asksEmail && (
              <TextInput
                label="E-mail"
                type="email"
                autoComplete="username"
                required
                {...form.getInputProps('email')}
              />
            )}
            <PasswordInput
              label="Password"
              description="At least 12 characters. A few words in a row are easy to remember and hard to guess."
              autoComplete="new-password"
              minLength={12}
              required
              {...form.getInputProps('password')}
            />
            <PasswordInput
              label="The same again"
              autoComplete="new-password"
              required
              error={differs ? 'This is not the same.' : undefined}
              {...form.getInputProps('again')}
            />
            {accept.error !== null && <ProblemAlert error={accept.error} />}
            <Button type="submit" loading={accept.isPending} disabled={differs}>
              {asksEmail ? 'Become the administrator' : 'Set the password and sign in'}
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  );
}
