import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { ConsentSettingsTab } from './consent-settings-tab.tsx';
import { ReplySettingsTab } from './reply-settings-tab.tsx';
import { RetentionTable } from './retention-table.tsx';

/** What holds for the whole of Heed. The tabs stay mounted: nothing typed is lost by looking at another one. */
export function SettingsPage() {
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'replies' ? 'replies' : 'consent';
  return (
    <Page title="Settings" about="In force with the next message. Every change is kept as a version.">
      <Tabs
        value={tab}
        onChange={(wanted) => setSearch(wanted === 'replies' ? { tab: 'replies' } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="consent">Consent</Tabs.Tab>
          <Tabs.Tab value="replies">Replies</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="consent">
          <ConsentSettingsTab />
          <RetentionTable />
        </Tabs.Panel>
        <Tabs.Panel value="replies">
          <ReplySettingsTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
