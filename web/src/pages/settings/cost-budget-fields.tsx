import {
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import { useConnections } from '../connections/use-connections.ts';

type Budget = components['schemas']['CostBudgetView'];

type CostBudgetFieldsProps = {
  readonly budgets: readonly Budget[];
  readonly onChange: (budgets: readonly Budget[]) => void;
};

const USUAL_SEGMENTS = 1_000;

/** How much one connection may spend on SMS that rules send. */
export function CostBudgetFields({ budgets, onChange }: CostBudgetFieldsProps) {
  const connections = useConnections().data?.items ?? [];
  const free = connections.find(({ id }) => budgets.every(({ connectionId }) => connectionId !== id));
  const replace = (index: number, budget: Budget) =>
    onChange(budgets.map((each, at) => (at === index ? budget : each)));
  return (
    <Stack gap="xs">
      <Title order={2} size="h4" mt="sm">
        SMS segments of a connection in a day
      </Title>
      {budgets.length === 0 && (
        <Text size="sm" c="dimmed">
          No connection has a budget.
        </Text>
      )}
      {budgets.map((budget, index) => (
        <Paper key={budget.connectionId} withBorder p="sm" role="group" aria-label={`Budget ${index + 1}`}>
          <Group align="flex-end">
            <NativeSelect
              label="Connection"
              value={budget.connectionId}
              onChange={(event) => replace(index, { ...budget, connectionId: event.currentTarget.value })}
              data={connections.map(({ id, displayName, name }) => ({
                value: id,
                label: `${displayName} · ${name}`,
              }))}
            />
            <NumberInput
              label="Segments a day"
              min={1}
              allowDecimal={false}
              w={130}
              value={budget.segmentsPerDay}
              onChange={(value) =>
                typeof value === 'number' && replace(index, { ...budget, segmentsPerDay: value })
              }
            />
            <NumberInput
              label="Price of a segment"
              description=""
              placeholder="not shown"
              min={0}
              decimalScale={6}
              w={150}
              value={budget.pricePerSegment ?? ''}
              onChange={(value) => {
                const { pricePerSegment: _before, ...rest } = budget;
                replace(index, typeof value === 'number' ? { ...rest, pricePerSegment: value } : rest);
              }}
            />
            <TextInput
              label="Currency"
              placeholder="EUR"
              maxLength={3}
              w={90}
              value={budget.currency ?? ''}
              onChange={(event) => {
                const { currency: _before, ...rest } = budget;
                const currency = event.currentTarget.value.toUpperCase();
                replace(index, currency === '' ? rest : { ...rest, currency });
              }}
            />
            <Button
              variant="subtle"
              color="red"
              aria-label={`Remove budget ${index + 1}`}
              onClick={() => onChange(budgets.filter((_each, at) => at !== index))}
            >
              Remove
            </Button>
          </Group>
        </Paper>
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          disabled={free === undefined}
          onClick={() =>
            free !== undefined &&
            onChange([...budgets, { connectionId: free.id, segmentsPerDay: USUAL_SEGMENTS }])
          }
        >
          Add a budget
        </Button>
      </Group>
    </Stack>
  );
}
