import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';

/** The names of the schedules, templates and flows that rules can refer to. */
export function useScheduleNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['schedules', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/schedules')),
  });
  return namesIn(data);
}

export function useTemplateNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['templates', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/templates')),
  });
  return namesIn(data);
}

export function useFlowNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['flows', 'list'],
    queryFn: () => bodyOf(api.GET('/api/v1/flows')),
  });
  return namesIn(data);
}

function namesIn(
  page: { readonly items: readonly { readonly name: string }[] } | undefined,
): readonly string[] {
  return [...new Set(page?.items.map(({ name }) => name))];
}
