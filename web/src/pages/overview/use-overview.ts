import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Stats = components['schemas']['StatsView'];
export type Point = components['schemas']['StatsPointView'];
export type Connection = components['schemas']['ConnectionView'];

const DAY_MS = 24 * 60 * 60 * 1_000;
const LOOK_EVERY_MS = 10_000;

function sinceOf(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

export function useStats(days: number) {
  return useQuery({
    queryKey: ['stats', days],
    queryFn: () => bodyOf(api.GET('/api/v1/stats', { params: { query: { since: sinceOf(days) } } })),
    refetchInterval: LOOK_EVERY_MS,
  });
}

export function useSeries(days: number) {
  return useQuery({
    queryKey: ['stats', 'series', days],
    queryFn: () => bodyOf(api.GET('/api/v1/stats/series', { params: { query: { since: sinceOf(days) } } })),
    refetchInterval: 6 * LOOK_EVERY_MS,
  });
}

export function useConnections() {
  return useQuery({
    queryKey: ['connections', 'overview'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/connections'))).items,
    refetchInterval: LOOK_EVERY_MS,
  });
}
