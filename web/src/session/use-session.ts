import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';

export const SESSION_KEY = ['session'] as const;

export type Role = 'viewer' | 'editor' | 'administrator';

const RANK: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, administrator: 2 };

/** Who is signed in; `null` when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    staleTime: 60_000,
    queryFn: async () => {
      try {
        const { data } = await api.GET('/api/v1/session');
        return data ?? null;
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
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
