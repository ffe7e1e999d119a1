import { useMutation, useQuery } from '@tanstack/react-query';
import type { JsonObject } from '../../../../../src/messaging/untrusted.js';
import { api, bodyOf } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type DryRun = components['schemas']['DryRunView'];

const ASKED_EVERY_MS = 700;
const MOST_EVENTS = 100_000;

/** A dry run, asked again and again until it has come to its end. */
export function useDryRun(id: string | undefined) {
  return useQuery({
    queryKey: ['dry run', id],
    queryFn: () =>
      id === undefined ? null : bodyOf(api.GET('/api/v1/dry-runs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASKED_EVERY_MS : false),
  });
}

export function useStartDryRun(onStarted: (id: string) => void) {
  return useMutation({
    mutationFn: (request: { definition: JsonObject; ruleId: string | undefined; days: number }) => {
      const { definition, ruleId, days } = request;
      const draft = { definition, days, limit: MOST_EVENTS, ...(ruleId !== undefined && { ruleId }) };
      const body: components['schemas']['DryRunDraft'] = JSON.parse(JSON.stringify(draft));
      return bodyOf(api.POST('/api/v1/rules/dry-run', { body }));
    },
    meta: { isShownInPlace: true },
    onSuccess: ({ id }) => onStarted(id),
  });
}
