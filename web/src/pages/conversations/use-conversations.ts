import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Conversation = components['schemas']['ConversationView'];
export type Contact = components['schemas']['ContactDetailView'];
type NewMessage = components['schemas']['NewMessage'];

const LOOK_EVERY_MS = 3_000;

/** A conversation with its messages, the newest page first. */
export function useThread(id: string) {
  return useInfiniteQuery({
    queryKey: ['conversations', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/v1/conversations/{id}', {
          params: { path: { id }, query: pageParam === undefined ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ messages }) => messages.nextCursor ?? undefined,
    refetchInterval: LOOK_EVERY_MS,
  });
}

function useConversationChange<Variables>(call: (variables: Variables) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['conversations'] }),
  });
}

export function usePause(id: string) {
  return useConversationChange((body: { minutes: number; reason: string }) =>
    bodyOf(api.POST('/api/v1/conversations/{id}/pause', { params: { path: { id } }, body })),
  );
}

export function useResume(id: string) {
  return useConversationChange(() =>
    bodyOf(api.POST('/api/v1/conversations/{id}/resume', { params: { path: { id } } })),
  );
}

export function useResendIn() {
  return useConversationChange((id: string) =>
    bodyOf(api.POST('/api/v1/messages/{id}/resend', { params: { path: { id } } })),
  );
}

/** Sends by hand. The key makes a second press, or a retry after a lost answer, harmless. */
export function useReply() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { readonly key: string; readonly body: NewMessage }) =>
      bodyOf(api.POST('/api/v1/messages', { body, params: { header: { 'Idempotency-Key': key } } })),
    meta: { isShownInPlace: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['conversations'] }),
  });
}

export function useContact(id: string) {
  return useQuery({
    queryKey: ['contacts', id],
    queryFn: () => bodyOf(api.GET('/api/v1/contacts/{id}', { params: { path: { id } } })),
  });
}

export function useConsent(address: string) {
  return useQuery({
    queryKey: ['consent', address],
    queryFn: () => bodyOf(api.GET('/api/v1/consent/{address}', { params: { path: { address } } })),
  });
}

export function useTagChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tags: string[]) =>
      bodyOf(api.PATCH('/api/v1/contacts/{id}', { params: { path: { id } }, body: { tags } })),
    onSuccess: (contact) => queries.setQueryData(['contacts', id], contact),
  });
}
