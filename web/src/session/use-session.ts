import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Problem } from '../api/problem.ts';

export const SESSION_KEY = ['session'] as const;

type Session = components['schemas']['SessionView'];

export type Role = 'viewer' | 'editor' | 'administrator';

const RANK: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, administrator: 2 };

/** Who is signed in; `null` when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    staleTime: 60_000,
    queryFn: async ({ client }) => {
      try {
        const { data } = await api.GET('/api/v1/session');
        return data ?? null;
      } catch (error) {
        // A session that ends while a page is open does not take the page away: what was typed there would be lost.
        if (error instanceof Problem && error.status === 401) {
          return client.getQueryData<Session | null>(SESSION_KEY) ?? null;
        }
        throw error;
      }
    },
  });
}

/** Whether the person who is signed in may do what needs this role. The API refuses in any case; this only greys out. */
export function useMay(role: Role): boolean {
  const { data } = useSession();
  return data !== null && data !== undefined && RANK[data.role] >= RANK[role];
}
