import { Button, Group, Paper, Stack, TagsInput, Text, TextInput, Title } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';

type Category = components['schemas']['Category'];

const MOST = 20;

type CategoryFieldsProps = {
  readonly categories: readonly Category[];
  readonly onChange: (categories: readonly Category[]) => void;
};

/** The kinds of messages that a customer can leave and still get the others. */
export function CategoryFields({ categories, onChange }: CategoryFieldsProps) {
  const replace = (index: number, category: Category) =>
    onChange(categories.map((each, at) => (at === index ? category : each)));
  return (
    <Stack gap="xs">
      <Title order={2} size="h4" mt="sm">
        Categories
      </Title>
      <Text size="sm" c="dimmed">
        Kinds of messages that a customer can leave, with “STOP marketing”, and still get the others.
      </Text>
      {categories.map((category, index) => (
        <Paper key={index} withBorder p="sm" role="group" aria-label={`Category ${index + 1}`}>
          <Group align="flex-end" grow preventGrowOverflow={false}>
            <TextInput
              label="Key"
              description="In rules and in the ledger"
              placeholder="marketing"
              value={category.key}
              onChange={(event) => replace(index, { ...category, key: event.currentTarget.value })}
              maxLength={40}
              required
            />
            <TextInput
              label="Name"
              description="In texts to customers"
              placeholder="Marketing"
              value={category.name}
              onChange={(event) => replace(index, { ...category, name: event.currentTarget.value })}
              maxLength={20}
              required
            />
          </Group>
          <Group mt="xs" align="flex-end" wrap="nowrap">
            <TagsInput
              label="What customers write behind STOP or START"
              placeholder="promo"
              value={[...category.keywords]}
              onChange={(keywords) => replace(index, { ...category, keywords })}
              style={{ flex: 1 }}
            />
            <Button
              variant="subtle"
              color="red"
              aria-label={`Remove the category ${category.name === '' ? index + 1 : category.name}`}
              onClick={() => onChange(categories.filter((_each, at) => at !== index))}
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
          disabled={categories.length >= MOST}
          onClick={() => onChange([...categories, { key: '', name: '', keywords: [] }])}
        >
          Add a category
        </Button>
      </Group>
    </Stack>
  );
}
