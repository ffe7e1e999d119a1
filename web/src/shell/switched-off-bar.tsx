import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, bodyOf } from '../api/client.ts';

/** On every page while a kill switch is on: nobody should look for the reason why nothing is answered. */
export function SwitchedOffBar() {
  const { data } = useQuery({
    queryKey: ['kill-switches', 'on'],
    refetchInterval: 15_000,
    queryFn: () => bodyOf(api.GET('/api/v1/kill-switches')),
  });
  const switches = data?.items ?? [];
  const [first] = switches;
  if (first === undefined) return null;
  const everything = switches.find(({ scope }) => scope === 'all');
  const { actor, reason } = everything ?? first;
  return (
    <Alert color="red" mb="md" role="status">
      {everything === undefined
        ? 'Some automatic replies are switched off'
        : 'All automatic replies are switched off'}
      , by {actor}: <span dir="auto">{reason}</span>{' '}
      <Anchor component={Link} to="/kill-switch" inherit underline="always" c="inherit">
        Kill switch
      </Anchor>
    </Alert>
  );
}
