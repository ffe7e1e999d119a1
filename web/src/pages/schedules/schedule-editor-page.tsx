import { Paper, Text } from '@mantine/core';
import { DefinitionEditorPage, type EditorParts } from '../revisions/definition-editor.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { SCHEDULE_STORE } from './schedule-store.ts';
import { UpcomingChanges } from './upcoming-changes.tsx';

const OFFICE = [['09:00', '17:00']];

const PARTS: EditorParts = {
  store: SCHEDULE_STORE,
  fresh: {
    name: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    weekly: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE },
    exceptions: [],
  },
  about: 'When somebody is there. Rules ask it by its name.',
  jsonAbout: 'The whole schedule, also what the form does not show.',
  deletion: 'While rules use it, it cannot be deleted. Its revisions stay.',
  form: (schedule, onChange) => <ScheduleForm schedule={schedule} onChange={onChange} />,
  aside: (_draft, stored) =>
    stored === null ? (
      <Paper withBorder p="md">
        <Text size="sm" c="dimmed">
          Once it is saved, you see here whether it is open, and when that changes.
        </Text>
      </Paper>
    ) : (
      <UpcomingChanges id={stored.id} revision={stored.revision} />
    ),
};

export function ScheduleEditorPage() {
  return <DefinitionEditorPage parts={PARTS} />;
}
