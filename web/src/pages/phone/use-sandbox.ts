import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type SandboxLine = components['schemas']['SandboxLineView'];
export type HandsetMessage = components['schemas']['HandsetMessageView'];
type NewHandsetMessage = components['schemas']['HandsetMessage'];

/** Looks often enough that a reply seems to arrive by itself. */
const LOOK_EVERY_MS = 1_000;

export function useSandbox() {
  return useQuery({ queryKey: ['sandbox'], queryFn: () => bodyOf(api.GET('/api/v1/sandbox')) });
}

/** What one customer's handset shows. */
export function useHandset({ provider, channel }: SandboxLine, address: string) {
  return useQuery({
    queryKey: ['handset', provider, channel, address],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/sandbox/messages', { params: { query: { provider, channel, address } } })),
    enabled: address !== '',
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** The customer writes; the answer is what Heed said to the webhook. */
export function useSay() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewHandsetMessage) => bodyOf(api.POST('/api/v1/sandbox/messages', { body })),
    meta: { isShownInPlace: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['handset'] }),
  });
}
