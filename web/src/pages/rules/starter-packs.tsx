import { Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMay } from '../../session/use-session.ts';
import { SCHEDULE_STORE } from '../schedules/schedule-store.ts';
import { RULE_STORE } from './rule-store.ts';
import { starterPacks, type StarterPack } from './starter-pack-definitions.ts';
import { useScheduleNames } from './use-names.ts';

/** Rules to begin with, each made by one press, as shadows: they are counted, and answer nobody until they are switched to live. */
export function StarterPacks({ onDone }: { readonly onDone: () => void }) {
  const mayEdit = useMay('editor');
  const schedules = useScheduleNames();
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: (pack: StarterPack) => makePack(pack, schedules),
    onSuccess: (_, { title, rules }) => {
      notifications.show({
        title: `Made: ${title}`,
        message: `${rules.length === 1 ? 'It stands' : 'They stand'} at the end as a shadow. Change the words, then switch to live.`,
      });
      onDone();
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['rules'] });
      await queries.invalidateQueries({ queryKey: ['schedules'] });
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} ta="start">
      {starterPacks(Intl.DateTimeFormat().resolvedOptions().timeZone).map((pack) => (
        <Card key={pack.title} withBorder>
          <Stack gap="xs" justify="space-between" h="100%">
            <div>
              <Title order={3} size="h5">
                {pack.title}
              </Title>
              <Text size="sm" c="dimmed">
                {pack.about}
              </Text>
            </div>
            <Button
              variant="light"
              size="xs"
              disabled={!mayEdit}
              aria-label={`Add ${pack.title}`}
              loading={make.isPending && make.variables === pack}
              style={{ alignSelf: 'flex-start' }}
              onClick={() => make.mutate(pack)}
            >
              Add
            </Button>
          </Stack>
        </Card>
      ))}
    </SimpleGrid>
  );
}

async function makePack(
  { title, rules, schedule }: StarterPack,
  schedules: readonly string[],
): Promise<void> {
  const reason = `Starter pack: ${title}`;
  if (schedule !== undefined && !schedules.includes(schedule.name))
    await SCHEDULE_STORE.create(schedule, { reason });
  for (const rule of rules) await RULE_STORE.create({ ...rule, mode: 'shadow' }, { reason });
}
