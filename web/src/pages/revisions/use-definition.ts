import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import type { DefinitionStore, StoredDefinition } from './definition-store.ts';

/** The stored definition; not asked again behind the back of somebody who is editing it. */
export function useDefinition(store: DefinitionStore, id: string | undefined) {
  return useQuery({
    queryKey: [store.area, 'one', id],
    queryFn: () => (id === undefined ? null : store.read(id)),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export type SaveRequest = {
  readonly definition: JsonObject;
  readonly reason: string;
  /** The revision that this one is meant to follow; absent for something new. */
  readonly revision?: number;
  readonly dryRunId?: string;
};

/** Saves a new revision, or something new. A refusal is shown at the place of saving. */
export function useSaveDefinition(
  store: DefinitionStore,
  id: string | undefined,
  onSaved: (stored: StoredDefinition) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ definition, reason, ...others }: SaveRequest) => {
      const remarks = { ...others, ...(reason.trim() !== '' && { reason: reason.trim() }) };
      return id === undefined ? store.create(definition, remarks) : store.replace(id, definition, remarks);
    },
    meta: { isShownInPlace: true },
    onSuccess: (stored) => {
      queries.setQueryData([store.area, 'one', stored.id], stored);
      void queries.invalidateQueries({ queryKey: [store.area, 'list'] });
      void queries.invalidateQueries({ queryKey: [store.area, 'revisions', stored.id] });
      onSaved(stored);
    },
  });
}
