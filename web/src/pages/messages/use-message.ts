import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Message = components['schemas']['MessageView'];
export type Explanation = components['schemas']['ExplanationView'];
export type Attempt = components['schemas']['SendAttemptView'];

const LOOK_AGAIN_MS = 2_000;
/** What may still change by itself within moments. */
const ON_ITS_WAY = ['queued', 'sending', 'sent'];

/** Why a message was answered or not; looks again while its answer is on its way. */
export function useExplanation(id: string) {
  return useQuery({
    queryKey: ['messages', id, 'explain'],
    queryFn: () => bodyOf(api.GET('/api/v1/messages/{id}/explain', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isMoving(data) ? LOOK_AGAIN_MS : false),
  });
}

function isMoving({ message, verdict, replies }: Explanation): boolean {
  const isUndecided = message.direction === 'inbound' && verdict === null;
  return isUndecided || replies.some(({ status }) => ON_ITS_WAY.includes(status));
}

/** The calls of the provider's send API that were made for one of our messages. */
export function useAttempts(id: string | undefined) {
  return useQuery({
    queryKey: ['messages', id, 'attempts'],
    enabled: id !== undefined,
    queryFn: async () => {
      const path = { id: id ?? '' };
      const { attempts } = await bodyOf(api.GET('/api/v1/messages/{id}', { params: { path } }));
      return attempts;
    },
  });
}

/** Makes the decision again by the rules of its time. */
export function useDecisionReplay(id: string) {
  return useMutation({
    mutationFn: () => bodyOf(api.GET('/api/v1/messages/{id}/decision/replay', { params: { path: { id } } })),
    meta: { isShownInPlace: true },
  });
}

/** What the rules of today would say to the same words from the same customer. */
export function useSimulation({ channel, theirAddress, ourAddress, text, subject }: Message) {
  return useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/simulate', {
          body: {
            channel,
            from: theirAddress,
            text,
            ...(ourAddress !== null && { to: ourAddress }),
            ...(subject !== null && { subject }),
          },
        }),
      ),
    meta: { isShownInPlace: true },
  });
}

/** Sends a message of unknown fate once more. */
export function useResend(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/messages/{id}/resend', { params: { path: { id } } })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['messages'] }),
        queries.invalidateQueries({ queryKey: ['conversations'] }),
      ]),
  });
}
