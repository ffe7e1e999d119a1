import { Autocomplete, Paper, Select, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CHANNELS } from '../../../../../src/messaging/channel.js';
import { api, bodyOf } from '../../../api/client.ts';
import { SimulationResult } from './simulation-result.tsx';
import type { Trial, useSimulation } from './use-simulation.ts';

type SimulatorPanelProps = {
  readonly trial: Trial;
  readonly onTrial: (trial: Trial) => void;
  readonly simulation: ReturnType<typeof useSimulation>;
  readonly isOff: boolean;
};

/** A message that nobody has written, and what would become of it by the rule as it is being edited. Nothing is stored or sent. */
export function SimulatorPanel({ trial, onTrial, simulation, isOff }: SimulatorPanelProps) {
  const addresses = useKnownAddresses();
  const set = (part: Partial<Trial>) => onTrial({ ...trial, ...part });
  const isMessage = trial.event === 'message.received';
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="simulator">
      <Stack gap="sm">
        <Title order={2} size="h4" id="simulator">
          Try it
        </Title>
        {isMessage ? (
          <Textarea
            label="A customer writes"
            placeholder="what are your hours?"
            autosize
            minRows={2}
            maxRows={8}
            dir="auto"
            value={trial.text}
            onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          />
        ) : (
          <Textarea
            label={`${trial.event} carries (JSON)`}
            autosize
            minRows={2}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={trial.payload}
            onChange={({ currentTarget }) => set({ payload: currentTarget.value })}
          />
        )}
        <SimpleGrid cols={2} spacing="xs">
          <Select
            label="By"
            size="xs"
            allowDeselect={false}
            data={[...CHANNELS]}
            value={trial.channel}
            onChange={(next) => set({ channel: CHANNELS.find((each) => each === next) ?? trial.channel })}
          />
          <Autocomplete
            label="From"
            size="xs"
            data={[...addresses]}
            value={trial.from}
            onChange={(from) => set({ from })}
          />
        </SimpleGrid>
        <TextInput
          label="At"
          description="Empty: now"
          size="xs"
          type="datetime-local"
          value={trial.at}
          onChange={({ currentTarget }) => set({ at: currentTarget.value })}
        />
        <SimulationResult simulation={simulation} isAsked={!isMessage || trial.text !== ''} isOff={isOff} />
      </Stack>
    </Paper>
  );
}

const OFFERED_CONTACTS = 50;

/** Of the contacts that wrote last, so that real tags and attributes can be tried. */
function useKnownAddresses(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['contacts', 'offered'],
    queryFn: () => bodyOf(api.GET('/api/v1/contacts', { params: { query: { limit: OFFERED_CONTACTS } } })),
    staleTime: 60_000,
  });
  const values = data?.items.flatMap(({ addresses }) => addresses.map(({ value }) => value));
  return [...new Set(values)];
}
