import { Stack } from '@mantine/core';
import { api, bodyOf } from '../../api/client.ts';
import { ReplyFields, type ReplyContent } from './reply-fields.tsx';
import { ReplySettingsHistory } from './reply-settings-history.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useVersioned } from './use-versioned.ts';
import type { components } from '../../api/schema.d.ts';

type View = components['schemas']['ReplySettingsView'];

function contentOf({
  replyBudget = { perHour: null, perDay: null },
  costBudgets = [],
  humanPause = { length: null, scope: 'conversation' },
  loopGuard = { sensitivity: 'normal', pause: 'PT12H' },
}: View): ReplyContent {
  return { replyBudget, costBudgets, humanPause, loopGuard };
}

/** How much automatic replies may do, and when they stay away. */
export function ReplySettingsTab() {
  const document = useVersioned({
    queryKey: ['reply-settings'],
    read: () => bodyOf(api.GET('/api/v1/reply-settings')),
    contentOf,
    save: ({ costBudgets, ...content }: ReplyContent, version, reason) =>
      bodyOf(
        api.PUT('/api/v1/reply-settings', {
          body: {
            ...content,
            costBudgets: [...costBudgets],
            version,
            ...(reason !== '' && { reason }),
          },
        }),
      ),
  });
  return (
    <Stack gap="xl">
      <SettingsForm document={document} contentOf={contentOf} asksReason>
        {(content, change) => <ReplyFields content={content} onChange={change} />}
      </SettingsForm>
      <ReplySettingsHistory />
    </Stack>
  );
}
