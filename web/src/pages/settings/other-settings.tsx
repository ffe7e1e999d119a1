import { Alert, Button, Group, Text } from '@mantine/core';
import { DifferenceTable } from '../revisions/difference-table.tsx';

type OtherSettingsProps = {
  readonly theirs: unknown;
  readonly theirVersion: number;
  readonly mine: unknown;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
};

/** Somebody else has saved meanwhile: what differs, and the choice. Nothing typed is lost. */
export function OtherSettings({ theirs, theirVersion, mine, onTakeTheirs, onKeepMine }: OtherSettingsProps) {
  return (
    <Alert color="yellow" title="Somebody has changed these settings meanwhile" role="alert">
      <Text size="sm" mb="sm">
        What you typed is still here. Look at what is different, then choose.
      </Text>
      <DifferenceTable
        before={theirs}
        after={mine}
        sides={{ before: `Version ${theirVersion}`, after: 'Yours' }}
      />
      <Group mt="sm">
        <Button size="xs" onClick={onKeepMine}>
          Save mine after it
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
      </Group>
    </Alert>
  );
}
