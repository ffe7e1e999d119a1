import { Button, Card, Group, Menu, Stack, Text } from '@mantine/core';
import { asArray, asObject } from '../../../../../src/messaging/untrusted.js';
import { moved, replaced, without } from '../../revisions/json-member.ts';
import { OtherProblems, Within } from '../../revisions/problems.tsx';
import { ACTION_KINDS, ACTIONS, isActionKind, SHOWN_BY_FIELDS } from './action-kinds.ts';
import { ActionFields } from './action-fields.tsx';

type ActionListProps = {
  readonly actions: unknown;
  readonly onChange: (actions: readonly unknown[]) => void;
};

/** What the rule does, in order: one card for each action. */
export function ActionList({ actions, onChange }: ActionListProps) {
  const list = asArray(actions) ?? [];
  return (
    <Stack gap="sm">
      {list.map((action, index) => (
        <ActionCard
          key={`${index} ${Object.keys(asObject(action) ?? {}).join()}`}
          action={action}
          place={`${index + 1} of ${list.length}`}
          index={index}
          onChange={(next) => onChange(replaced(list, index, next))}
          onRemove={() => onChange(without(list, index))}
          onMove={(by) => onChange(moved(list, index, index + by))}
        />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }}>
            + Action
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ACTION_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => onChange([...list, ACTIONS[kind].fresh])}>
              {ACTIONS[kind].title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

type ActionCardProps = {
  readonly action: unknown;
  readonly place: string;
  readonly index: number;
  readonly onChange: (action: unknown) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: 1 | -1) => void;
};

function ActionCard({ action, place, index, onChange, onRemove, onMove }: ActionCardProps) {
  const object = asObject(action) ?? {};
  const [kind = ''] = Object.keys(object);
  const title = isActionKind(kind) ? ACTIONS[kind].title : 'Something else';
  return (
    <Card withBorder p="sm" role="group" aria-label={`Action ${place}: ${title}`}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{title}</Text>
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onMove(-1)}
            aria-label={`Move ${title} up`}
          >
            ↑
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onMove(1)}
            aria-label={`Move ${title} down`}
          >
            ↓
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            onClick={onRemove}
            aria-label={`Remove ${title}`}
          >
            ✕
          </Button>
        </Group>
      </Group>
      {isActionKind(kind) ? (
        <Within path={['then', index]}>
          <Within path={[kind]}>
            <ActionFields
              kind={kind}
              value={object[kind]}
              onChange={(value) => onChange({ ...object, [kind]: value })}
            />
            <OtherProblems besides={SHOWN_BY_FIELDS[kind]} />
          </Within>
          <OtherProblems besides={[kind]} />
        </Within>
      ) : (
        <Text size="sm" c="dimmed">
          The form does not know this action. Change it in the JSON tab; it is kept as it is.
        </Text>
      )}
    </Card>
  );
}
