import { ActionIcon, Anchor, Badge, Box, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { OtherProblems, useProblems, Within } from '../revisions/problems.tsx';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { END, withStep } from './flow-edits.ts';
import { useFlow } from './flow-context.tsx';
import type { OutlineStep, OutlineWay } from './flow-outline.ts';
import { StepFields } from './step-fields.tsx';
import { StepName } from './step-name.tsx';
import { OFFERED_KINDS, STEP_WORDS, type StepKind } from './step-kinds.ts';

type StepCardProps = {
  readonly place: number;
  readonly told: OutlineStep;
  readonly step: JsonObject;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (step: JsonObject) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
  /** Absent where it cannot change places with its neighbour on the road. */
  readonly onMoveUp: (() => void) | undefined;
  readonly onMoveDown: (() => void) | undefined;
  /** Absent where it leads to several steps, or to none. */
  readonly onAddAfter: ((kind: StepKind) => void) | undefined;
};

const NO_MOVE = 'Only steps that lead straight on to each other can change places.';

/** One step of the flow: told in words, and opened to be changed. */
export function StepCard(props: StepCardProps) {
  const { place, told, step, isOpen, onToggle, onChange, onRename, onRemove, onAddAfter } = props;
  const { name, kind, says, ways, isUnreached } = told;
  const title = kind === undefined ? 'Something else' : STEP_WORDS[kind].title;
  return (
    <Within path={['steps', name]}>
      <Paper withBorder p="sm" component="li" id={`step-${name}`} aria-label={`Step ${place}: ${name}`}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <Group gap="xs">
            <Text fw={700} c="dimmed" size="sm">
              {place}
            </Text>
            <Text fw={650}>{title}</Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            {isUnreached && (
              <Badge
                color="orange"
                variant="light"
                tt="none"
                title="Let another step lead to it, or delete it."
              >
                never reached
              </Badge>
            )}
          </Group>
          <Group gap={2} wrap="nowrap">
            <Tool label={`Move ${name} up`} why={NO_MOVE} onClick={props.onMoveUp}>
              ↑
            </Tool>
            <Tool label={`Move ${name} down`} why={NO_MOVE} onClick={props.onMoveDown}>
              ↓
            </Tool>
            {onAddAfter !== undefined && <AddStep label={`Add a step after ${name}`} onAdd={onAddAfter} />}
            <Tool label={`Delete ${name}`} onClick={onRemove}>
              ✕
            </Tool>
            <Button
              size="compact-sm"
              variant={isOpen ? 'filled' : 'default'}
              aria-expanded={isOpen}
              aria-label={isOpen ? `Done with ${name}` : `Edit ${name}`}
              onClick={onToggle}
            >
              {isOpen ? 'Done' : 'Edit'}
            </Button>
          </Group>
        </Group>
        {!isOpen && (
          <>
            {says !== '' && (
              <Text
                size="sm"
                dir="auto"
                lineClamp={3}
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                {says}
              </Text>
            )}
            <Ways ways={ways} />
            <OtherProblems />
          </>
        )}
        {isOpen && (
          <Box pt="sm">
            <StepName name={name} onRename={onRename} />
            <StepFields
              step={step}
              onChange={onChange}
              withStep={(flow, next) => withStep(flow, name, next)}
            />
            <ProblemsOfTheWhole />
          </Box>
        )}
      </Paper>
    </Within>
  );
}

/** What is wrong in a field stands there. */
function ProblemsOfTheWhole() {
  return useProblems()
    .filter(({ pointer }) => pointer === '')
    .map(({ detail }) => (
      <Text key={detail} size="sm" c="var(--mantine-color-error)" mt={4}>
        {detail}
      </Text>
    ));
}

function Ways({ ways }: { readonly ways: readonly OutlineWay[] }) {
  const { outline, open } = useFlow();
  return (
    <Text component="div" size="sm" c="dimmed" mt={2}>
      {ways.map(({ when, to, isMissing }, index) => (
        <div key={index} style={{ overflowWrap: 'anywhere' }}>
          {when} →{' '}
          {to === END ? (
            'the end'
          ) : isMissing ? (
            <Text span inherit c="var(--mantine-color-error)">
              {to} (there is no such step)
            </Text>
          ) : (
            <Anchor component="button" type="button" inherit onClick={() => open(to)}>
              {outline.findIndex(({ name }) => name === to) + 1}. {to}
            </Anchor>
          )}
        </div>
      ))}
    </Text>
  );
}

/** What a new step shall be. */
export function AddStep({
  label,
  onAdd,
}: {
  readonly label: string;
  readonly onAdd: (kind: StepKind) => void;
}) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
          +
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {OFFERED_KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            <Text size="sm">{STEP_WORDS[kind].title}</Text>
            <Text size="xs" c="dimmed">
              {STEP_WORDS[kind].about}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type ToolProps = {
  readonly label: string;
  /** Why there is nothing to press. */
  readonly why?: string;
  readonly onClick: (() => void) | undefined;
  readonly children: string;
};

/** Stays where the focus is when there is nothing to do: a disabled button would lose it. */
function Tool({ label, why, onClick, children }: ToolProps) {
  const isOff = onClick === undefined;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={isOff}
      title={isOff ? why : label}
      style={isOff ? { opacity: 0.3 } : undefined}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
