import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { api, bodyOf } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { problemsWithin } from '../revisions/definition-problems.ts';

/** What the customer writes, one after the other; null: no answer in time. */
export type TrialTexts = readonly (string | null)[];

const TYPING_PAUSE_MS = 350;

/**
 * Plays the flow as it is being edited, as soon as nobody is typing. What is wrong with it is told apart, by place. One that has no name yet
 * is played all the same.
 */
export function useFlowTrial(flow: JsonObject, texts: TrialTexts) {
  const definition = { ...flow, name: flow['name'] === '' ? 'New flow' : flow['name'] };
  const [settled] = useDebouncedValue(JSON.stringify(definition), TYPING_PAUSE_MS);
  const query = useQuery({
    queryKey: ['flows', 'trial', settled, texts],
    queryFn: () =>
      bodyOf(
        api.POST('/api/v1/flows/try', {
          body: { definition: JSON.parse(settled), texts: [...texts], channel: 'sms' },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 30_000,
    retry: false,
  });
  const errors = query.error instanceof Problem ? query.error.errors : [];
  return { ...query, problems: problemsWithin(errors, ['definition']) };
}
