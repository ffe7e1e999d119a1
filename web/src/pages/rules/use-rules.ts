import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { withMode, type RuleMode } from './rule-mode.ts';
import { RULE_STORE, storedRule, type RuleView } from './rule-store.ts';

export type RulePage = components['schemas']['RulePage'];

const LIST_KEY = ['rules', 'list'] as const;

/** Every rule in its order, with the version of the rulebook that was read. */
export function useRules() {
  return useQuery({
    queryKey: LIST_KEY,
    queryFn: () => bodyOf(api.GET('/api/v1/rules')),
    refetchInterval: 30_000,
  });
}

/** Sets the whole order. It is shown at once, and as it was when the server refuses. */
export function useReorder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ items, version }: RulePage) =>
      bodyOf(api.POST('/api/v1/rules/reorder', { body: { ids: items.map(({ id }) => id), version } })),
    onMutate: async (wanted) => {
      await queries.cancelQueries({ queryKey: LIST_KEY });
      queries.setQueryData(LIST_KEY, wanted);
    },
    onSuccess: (page) => queries.setQueryData(LIST_KEY, page),
    onError: () => queries.invalidateQueries({ queryKey: LIST_KEY }),
  });
}

/** Switches a rule to live, shadow or off: a new revision of it. */
export function useSwitchMode() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, mode }: { rule: RuleView; mode: RuleMode }) => {
      const { id, revision, definition } = storedRule(rule);
      const remarks = { revision, reason: `Switched to ${mode}.` };
      return RULE_STORE.replace(id, withMode(definition, mode), remarks);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: LIST_KEY }),
  });
}
