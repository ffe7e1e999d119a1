import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Connection = components['schemas']['ConnectionView'];
export type ConnectionChange = components['schemas']['ConnectionChange'];
export type NewConnection = components['schemas']['NewConnection'];

const KEY = ['connections'] as const;

export function useConnections() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => bodyOf(api.GET('/api/v1/connections')),
    refetchInterval: 15_000,
  });
}

export function useConnection(id: string) {
  return useQuery({
    queryKey: [...KEY, id],
    queryFn: () => bodyOf(api.GET('/api/v1/connections/{id}', { params: { path: { id } } })),
  });
}

/** Changes a connection; what is absent stays. */
export function useChangeConnection(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConnectionChange) =>
      bodyOf(api.PATCH('/api/v1/connections/{id}', { params: { path: { id } }, body })),
    meta: { isShownInPlace: true },
    onSuccess: (connection) => {
      queries.setQueryData([...KEY, id], connection);
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
}

export function useAddConnection() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewConnection) => bodyOf(api.POST('/api/v1/connections', { body })),
    meta: { isShownInPlace: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
