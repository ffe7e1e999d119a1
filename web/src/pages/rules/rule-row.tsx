import { ActionIcon, Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'react-router';
import { Instant } from '../../shell/instant.tsx';
import { DeleteButton } from '../revisions/delete-button.tsx';
import { ConflictBadges } from './conflict-badges.tsx';
import { ModeControl } from './mode-control.tsx';
import { modeOf } from './rule-mode.ts';
import { answeredBy, heardBy } from './rule-summary.ts';
import { RULE_STORE, storedRule, type RuleView } from './rule-store.ts';
import type { RuleConflict } from './use-conflicts.ts';
import { useSwitchMode } from './use-rules.ts';

type RuleRowProps = {
  readonly rule: RuleView;
  readonly place: number;
  readonly count: number;
  readonly mayEdit: boolean;
  readonly conflicts: readonly RuleConflict[];
  /** Something is being dragged here. */
  readonly isTarget: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
};

export function RuleRow({ rule, place, count, mayEdit, conflicts, isTarget, ...moves }: RuleRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const switchMode = useSwitchMode();
  const { name } = rule;
  return (
    <Table.Tr
      ref={row}
      {...(isTarget && { bg: 'var(--mantine-color-heed-light)' })}
      onDragOver={(event) => {
        event.preventDefault();
        moves.onDragOver();
      }}
      onDrop={moves.onDrop}
    >
      <Table.Td w={92} valign="top">
        <Group gap={2} wrap="nowrap">
          <Text fw={600} w={22} ta="right">
            {place}
          </Text>
          {mayEdit && (
            <>
              <Text
                draggable
                aria-hidden
                title="Drag to another place"
                px={4}
                visibleFrom="sm"
                style={{ cursor: 'grab', userSelect: 'none' }}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', name);
                  if (row.current !== null) event.dataTransfer.setDragImage(row.current, 0, 0);
                  moves.onDragStart();
                }}
                onDragEnd={moves.onDragEnd}
              >
                ⠿
              </Text>
              <Stack gap={0}>
                <MoveButton
                  label={`Move ${name} up`}
                  isDisabled={place === 1}
                  onMove={() => moves.onMove(-1)}
                >
                  ↑
                </MoveButton>
                <MoveButton
                  label={`Move ${name} down`}
                  isDisabled={place === count}
                  onMove={() => moves.onMove(1)}
                >
                  ↓
                </MoveButton>
              </Stack>
            </>
          )}
        </Group>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }} valign="top">
        <Anchor component={Link} to={`/rules/${rule.id}`} fw={600} dir="auto">
          {name}
        </Anchor>
        <Summary rule={rule} />
        <Group gap={6} mt={4}>
          {rule.continue && (
            <Badge size="sm" variant="default" tt="none">
              goes on
            </Badge>
          )}
          <ConflictBadges conflicts={conflicts} />
          {rule.heldBack !== null && (
            <Badge size="sm" color="orange" variant="light" tt="none" title={rule.heldBack.reason}>
              held back
            </Badge>
          )}
        </Group>
        <Text size="xs" hiddenFrom="sm" mt={4} component="div">
          <Hits rule={rule} />
        </Text>
        <Group hiddenFrom="sm" mt="xs" justify="space-between">
          <RuleControls rule={rule} mayEdit={mayEdit} switchMode={switchMode} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm" valign="top">
        <Text size="sm" component="div">
          <Hits rule={rule} />
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" valign="top">
        <ModeOfRule rule={rule} mayEdit={mayEdit} switchMode={switchMode} />
      </Table.Td>
      <Table.Td visibleFrom="sm" valign="top">
        <DeleteRule rule={rule} />
      </Table.Td>
    </Table.Tr>
  );
}

/** What it hears and what it answers: enough to know it again without opening it. */
function Summary({ rule: { trigger, when, then } }: { readonly rule: RuleView }) {
  const isMessage = trigger.event === 'message.received';
  const heard = heardBy(when);
  const on = trigger.channels === undefined ? '' : ` by ${trigger.channels.join(', ')}`;
  const happens = isMessage ? `A message${on} comes` : `On ${trigger.event}${on}`;
  return (
    <>
      <Text size="sm" c="dimmed" dir="auto" lineClamp={2}>
        {hearing(happens, heard, isMessage && on === '')}
      </Text>
      <Text size="sm" dir="auto" lineClamp={2}>
        → {answeredBy(then)}
      </Text>
    </>
  );
}

function hearing(happens: string, heard: string, isAnyMessage: boolean): string {
  if (heard === '') return `${happens}.`;
  if (heard.startsWith('unless ')) return `${happens}, ${heard}`;
  return isAnyMessage ? `When ${heard}` : `${happens}, and ${heard}`;
}

type MoveButtonProps = {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onMove: () => void;
  readonly children: string;
};

/** It stays where the focus is when it cannot move any further: a disabled button would lose it. */
function MoveButton({ label, isDisabled, onMove, children }: MoveButtonProps) {
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={isDisabled}
      style={isDisabled ? { opacity: 0.3 } : undefined}
      onClick={onMove}
    >
      {children}
    </ActionIcon>
  );
}

function Hits({ rule: { traffic, mode } }: { readonly rule: RuleView }) {
  const isShadow = mode === 'shadow';
  const [week, month] = isShadow
    ? [traffic.shadow7Days, traffic.shadow30Days]
    : [traffic.fired7Days, traffic.fired30Days];
  const lastAt = isShadow ? traffic.lastShadowAt : traffic.lastFiredAt;
  if (month === 0)
    return (
      <Text span inherit c="dimmed">
        {isShadow ? 'would not have fired' : 'not'} in 30 days
      </Text>
    );
  return (
    <>
      {week.toLocaleString()} in 7 days{isShadow ? ' (would have)' : ''}
      <Text size="xs" c="dimmed" component="div">
        {month.toLocaleString()} in 30 days, last <Instant at={lastAt} />
      </Text>
    </>
  );
}

type RuleControlsProps = {
  readonly rule: RuleView;
  readonly mayEdit: boolean;
  readonly switchMode: ReturnType<typeof useSwitchMode>;
};

function RuleControls(props: RuleControlsProps) {
  return (
    <>
      <ModeOfRule {...props} />
      <DeleteRule rule={props.rule} />
    </>
  );
}

function ModeOfRule({ rule, mayEdit, switchMode }: RuleControlsProps) {
  return (
    <ModeControl
      size="xs"
      label={`Mode of ${rule.name}`}
      mode={modeOf(rule)}
      isDisabled={!mayEdit || switchMode.isPending}
      onChange={(mode) => switchMode.mutate({ rule, mode })}
    />
  );
}

function DeleteRule({ rule }: { readonly rule: RuleView }) {
  return (
    <DeleteButton
      store={RULE_STORE}
      stored={storedRule(rule)}
      name={rule.name}
      consequence="It answers nobody any more. Its revisions stay, because decisions refer to them. Put back, it stands at the end of the order."
      onDeleted={() => {}}
    />
  );
}
