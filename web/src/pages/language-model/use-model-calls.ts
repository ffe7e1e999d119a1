import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type ModelCall = components['schemas']['ModelCallView'];
export type ModelCallState = ModelCall['state'];

export const MODEL_CALLS_KEY = ['model calls'] as const;

/** One page of the questions that rules have put to the model, the newest first. */
export function loadModelCalls(state: ModelCallState | undefined, cursor: string | undefined) {
  return bodyOf(
    api.GET('/api/v1/model-calls', {
      params: {
        query: { limit: 20, ...(state !== undefined && { state }), ...(cursor !== undefined && { cursor }) },
      },
    }),
  );
}

/** Sends a draft, as it is or in other words. */
export function useSendDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      bodyOf(api.POST('/api/v1/model-calls/{id}/send', { params: { path: { id } }, body: { text } })),
    meta: { isShownInPlace: true },
    onSuccess: () => {
      notifications.show({ message: 'It is on its way.' });
      return queries.invalidateQueries({ queryKey: MODEL_CALLS_KEY });
    },
  });
}

/** Puts a draft aside. */
export function useDiscardDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/model-calls/{id}/discard', { params: { path: { id } } })),
    meta: { isShownInPlace: true },
    onSuccess: () => {
      notifications.show({ message: 'Discarded. Nothing was sent.' });
      return queries.invalidateQueries({ queryKey: MODEL_CALLS_KEY });
    },
  });
}
