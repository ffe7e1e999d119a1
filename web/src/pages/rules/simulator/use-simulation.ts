import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Channel } from '../../../../../src/messaging/channel.js';
import type { DomainEventName } from '../../../../../src/events/domain-events.js';
import { asObject, type JsonObject } from '../../../../../src/messaging/untrusted.js';
import { api, bodyOf } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { Problem } from '../../../api/problem.ts';
import { problemsWithin } from '../../revisions/definition-problems.ts';

/** What is tried: a message, or for other events what they carry. */
export type Trial = {
  readonly event: DomainEventName;
  readonly channel: Channel;
  readonly from: string;
  readonly text: string;
  /** As the field has it, in the reader's own time; empty for now. */
  readonly at: string;
  /** JSON: what an event carries that is no message. */
  readonly payload: string;
};

/** The rule that is tried: which stored one it changes, and where it shall stand. */
export type Place = { readonly ruleId?: string | undefined; readonly position?: number };

type SimulationRequest = components['schemas']['SimulationRequest'];

const TYPING_PAUSE_MS = 350;
const DRAFT_PLACE = ['draft', 'definition'];

/** Decides about the trial by the edited rule, as soon as nobody is typing. Its problems are told apart: those of the rule, by place. */
export function useSimulation(rule: JsonObject, place: Place, trial: Trial) {
  const request = requestFor(rule, place, trial);
  const [settled] = useDebouncedValue(JSON.stringify(request), TYPING_PAUSE_MS);
  const query = useQuery({
    queryKey: ['simulation', settled],
    queryFn: () => bodyOf(api.POST('/api/v1/simulate', { body: JSON.parse(settled) })),
    enabled: trial.event !== 'message.received' || trial.text !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 30_000,
    retry: false,
  });
  const errors = query.error instanceof Problem ? query.error.errors : [];
  return { ...query, problems: problemsWithin(errors, DRAFT_PLACE) };
}

/** The rule is tried as if it were switched on: whoever edits it wants to see what it does. */
function requestFor(rule: JsonObject, { ruleId, position }: Place, trial: Trial): SimulationRequest {
  const { event, channel, from, text, at, payload } = trial;
  const instant = at === '' ? undefined : new Date(at);
  const what =
    event === 'message.received'
      ? { channel, from, text }
      : { event: { name: event, payload: objectIn(payload), address: from, channel } };
  return {
    ...what,
    ...(instant !== undefined && !Number.isNaN(instant.getTime()) && { at: instant.toISOString() }),
    draft: {
      definition: { ...rule, name: rule['name'] === '' ? 'New rule' : rule['name'], enabled: true },
      ...(ruleId !== undefined && { ruleId }),
      ...(position !== undefined && { position }),
    },
  };
}

function objectIn(text: string): JsonObject {
  try {
    return asObject(JSON.parse(text)) ?? {};
  } catch {
    return {};
  }
}
