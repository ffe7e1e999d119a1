import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Instant } from '../../shell/instant.tsx';
import { RoleButton } from '../../shell/role-button.tsx';
import type { Scope } from './use-kill-switches.ts';

type SwitchRowProps = {
  readonly scope: Scope;
  readonly onSwitchOff: () => void;
  readonly onSwitchOn: () => void;
  readonly isSwitchingOn: boolean;
};

/** One thing that can be switched off, with who did it, when and why. */
export function SwitchRow({ scope: { label, off }, onSwitchOff, onSwitchOn, isSwitchingOn }: SwitchRowProps) {
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 14rem' }}>
          <Group gap="xs">
            <Text fw={500} dir="auto" style={{ overflowWrap: 'anywhere' }}>
              {label}
            </Text>
            <Badge color={off === undefined ? 'green' : 'red'} variant="light" tt="none">
              {off === undefined ? 'Rules answer' : 'Switched off'}
            </Badge>
          </Group>
          {off !== undefined && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              By {off.actor} on <Instant at={off.since} />: <bdi>{off.reason}</bdi>
            </Text>
          )}
        </Stack>
        {off === undefined ? (
          <RoleButton
            role="editor"
            color="red"
            variant="light"
            aria-label={`Switch off: ${label}`}
            onClick={onSwitchOff}
          >
            Switch off
          </RoleButton>
        ) : (
          <RoleButton
            role="administrator"
            loading={isSwitchingOn}
            aria-label={`Switch on: ${label}`}
            onClick={onSwitchOn}
          >
            Switch on
          </RoleButton>
        )}
      </Group>
    </Paper>
  );
}
