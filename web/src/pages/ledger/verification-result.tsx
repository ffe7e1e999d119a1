import { Alert, Stack, Text } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../shell/data-table.tsx';

type Report = components['schemas']['LedgerReportView'];
type Finding = Report['findings'][number];

const WHAT: Readonly<Record<Finding['kind'], string>> = {
  missing: 'An entry is missing',
  misplaced: 'An entry is in the wrong place',
  broken_link: 'The link to the entry before is broken',
  envelope: 'An entry was changed',
  payload: 'The words of an entry were changed',
  unrecorded_erasure: 'Words are gone without an erasure on record',
  head: 'The end of the chain is not where it should be',
  projection: 'A consent differs from what the ledger says',
  checkpoint: 'A signed checkpoint does not fit',
};

/** What a verification of the whole ledger found: which row, and what about it. */
export function VerificationResult({ report }: { readonly report: Report }) {
  const { isIntact, entries, erasedEntries, contacts, checkpoints, findingCount, findings } = report;
  const read = `${entries.toLocaleString()} entries (${erasedEntries.toLocaleString()} erased), ${contacts.toLocaleString()} people and ${checkpoints.toLocaleString()} signed checkpoints were compared.`;
  if (isIntact) {
    return (
      <Alert color="green" title="The ledger is intact" role="status">
        {read}
      </Alert>
    );
  }
  return (
    <Alert
      color="red"
      title={`The ledger is not intact: ${findingCount.toLocaleString()} findings`}
      role="alert"
    >
      <Stack gap="xs">
        <Text size="sm">
          {read} Somebody has changed the database outside Heed, or it was restored in part. Keep a copy of it
          as it is, and look who had access.
        </Text>
        <DataTable
          label="Findings"
          items={findings}
          keyOf={({ kind, position, id, detail }) => `${kind} ${position ?? ''} ${id ?? ''} ${detail}`}
          columns={[
            { header: 'Row', cell: ({ position }) => position?.toLocaleString() ?? '–' },
            { header: 'What', cell: ({ kind }) => WHAT[kind] },
            { header: 'Details', cell: ({ detail }) => detail },
            { header: 'Id', cell: ({ id }) => id ?? '–' },
          ]}
        />
        {findingCount > findings.length && <Text size="sm">The first {findings.length} are shown.</Text>}
      </Stack>
    </Alert>
  );
}
