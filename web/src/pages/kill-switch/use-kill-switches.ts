import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

type KillSwitch = components['schemas']['KillSwitchView'];
type Connection = components['schemas']['ConnectionView'];

type Everything = {
  readonly switches: readonly KillSwitch[];
  readonly connections: readonly Connection[];
  readonly groups: readonly string[];
};

/** Something that can be switched off; with `off` when it is. */
export type Scope = {
  /** As the API names it: `all`, `connection:<id>` or `group:<name>`. */
  readonly name: string;
  readonly kind: 'all' | 'connection' | 'group';
  readonly label: string;
  readonly off: KillSwitch | undefined;
};

const KEY = ['kill-switches'];

/** What is switched off, and what could be. */
export function useKillSwitches() {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    refetchInterval: 10_000,
    queryFn: async (): Promise<Everything> => {
      const [switches, connections, groups] = await Promise.all([
        bodyOf(api.GET('/api/v1/kill-switches')),
        bodyOf(api.GET('/api/v1/connections')),
        bodyOf(api.GET('/api/v1/kill-switches/groups')),
      ]);
      return { switches: switches.items, connections: connections.items, groups: groups.items };
    },
  });
  const onSuccess = () => queries.invalidateQueries({ queryKey: KEY });
  const switchOff = useMutation({
    mutationFn: ({ scope, reason }: { readonly scope: string; readonly reason: string }) =>
      bodyOf(api.PUT('/api/v1/kill-switches/{scope}', { params: { path: { scope } }, body: { reason } })),
    meta: { isShownInPlace: true },
    onSuccess: async ({ suppressed }) => {
      notifications.show({
        title: 'Switched off',
        message: `${suppressed.toLocaleString()} ${suppressed === 1 ? 'reply that was' : 'replies that were'} waiting will not be sent.`,
      });
      await onSuccess();
    },
  });
  const switchOn = useMutation({
    mutationFn: (scope: string) =>
      api.DELETE('/api/v1/kill-switches/{scope}', { params: { path: { scope } } }),
    onSuccess: async () => {
      notifications.show({ message: 'Switched on. New messages are answered again.' });
      await onSuccess();
    },
  });
  return { query, switchOff, switchOn };
}

/** Everything that can be switched off, and what is off although it is gone, as a rule's group can be. */
export function scopesOf({ switches, connections, groups }: Everything): readonly Scope[] {
  const offs = new Map(switches.map((each) => [each.scope, each]));
  const known = [
    { name: 'all', kind: 'all' as const, label: 'All rules, everywhere' },
    ...connections.map(({ id, displayName, name }) => ({
      name: `connection:${id}`,
      kind: 'connection' as const,
      label: `${displayName} · ${name}`,
    })),
    ...groups.map((group) => ({ name: `group:${group}`, kind: 'group' as const, label: group })),
  ];
  const gone = switches
    .filter(({ scope }) => known.every(({ name }) => name !== scope))
    .map(({ scope }) => ({
      name: scope,
      kind: scope.startsWith('group:') ? ('group' as const) : ('connection' as const),
      label: scope.replace(/^(?:group|connection):/, ''),
    }));
  return [...known, ...gone].map((scope) => ({ ...scope, off: offs.get(scope.name) }));
}
