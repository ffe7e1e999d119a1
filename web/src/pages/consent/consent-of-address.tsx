import { Group, Skeleton, Stack } from '@mantine/core';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { ConsentStatus } from './consent-status.tsx';
import { DossierButton } from './dossier-button.tsx';
import { EraseContact } from './erase-contact.tsx';
import { LedgerOfAddress } from './ledger-of-address.tsx';
import { LinkedAddresses } from './linked-addresses.tsx';
import { useConsent } from './use-consent.ts';

/** Everything about the consent of one address. */
export function ConsentOfAddress({ address }: { readonly address: string }) {
  const consent = useConsent(address);
  if (consent.isError) return <ProblemAlert error={consent.error} onRetry={() => void consent.refetch()} />;
  if (consent.data === undefined) return <Skeleton h={160} aria-busy="true" aria-label="Loading" />;
  const { contactId } = consent.data;
  return (
    <Stack>
      <ConsentStatus consent={consent.data} />
      <LedgerOfAddress address={address} />
      {contactId !== null && (
        <>
          <Group>
            <DossierButton address={address} />
          </Group>
          <LinkedAddresses contactId={contactId} address={address} />
          <EraseContact contactId={contactId} address={address} />
        </>
      )}
    </Stack>
  );
}
