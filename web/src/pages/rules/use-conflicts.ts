import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type RuleConflict = components['schemas']['RuleConflictView'];

/** What is known to be at odds among the rules; found anew whenever they change. */
export function useConflicts(version: number) {
  return useQuery({
    queryKey: ['rules', 'conflicts', version],
    queryFn: () => bodyOf(api.GET('/api/v1/rules/conflicts')),
    staleTime: 60_000,
  });
}
