import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';

const ASKED_EVERY_MS = 60_000;

/** Whether a schedule is open at an instant, when that changes, and the week from then on. */
export function useScheduleNow(id: string, at?: string) {
  return useQuery({
    queryKey: ['schedules', 'now', id, at],
    queryFn: () =>
      bodyOf(
        api.GET('/api/v1/schedules/{id}/now', {
          params: { path: { id }, query: { ...(at !== undefined && { at }) } },
        }),
      ),
    refetchInterval: ASKED_EVERY_MS,
  });
}
