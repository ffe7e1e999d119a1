import { NumberInput, Stack, TagsInput, Text, Title } from '@mantine/core';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { CategoryFields } from './category-fields.tsx';
import { ConsentVersions } from './consent-versions.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useVersioned } from './use-versioned.ts';

type View = components['schemas']['ConsentSettingsView'];
type Content = {
  readonly keywords: components['schemas']['TenantKeywords'];
  readonly categories: readonly components['schemas']['Category'][];
  readonly retention: components['schemas']['Retention'];
};

const NO_KEYWORDS = { optOut: [], optIn: [], help: [] };

function contentOf({ keywords = NO_KEYWORDS, categories = [], retention = {} }: View): Content {
  return { keywords, categories, retention };
}

const KEYWORDS = [
  ['optOut', 'Stop all messages', 'nee bedankt'],
  ['optIn', 'Ask for messages again', 'weiter'],
  ['help', 'Ask for help', 'assist'],
] as const;

const KEPT = [
  ['webhookBodyDays', 'Bodies of webhooks'],
  ['messageTextDays', 'Texts of messages'],
  ['decisionDays', 'What was decided, and why'],
] as const;

/** Keywords, categories and how long words are kept. */
export function ConsentSettingsTab() {
  const document = useVersioned({
    queryKey: ['consent', 'settings'],
    read: () => bodyOf(api.GET('/api/v1/consent/settings')),
    contentOf,
    save: ({ keywords, categories, retention }: Content, version, reason) =>
      bodyOf(
        api.PUT('/api/v1/consent/settings', {
          body: {
            keywords,
            categories: [...categories],
            retention,
            version,
            ...(reason !== '' && { reason }),
          },
        }),
      ),
  });
  return (
    <Stack gap="xl">
      <SettingsForm document={document} contentOf={contentOf} asksReason>
        {(content, change) => (
          <Stack>
            <Title order={2} size="h4">
              Keywords
            </Title>
            <Text size="sm" c="dimmed">
              When one of these is the whole message. The built-in ones, such as STOP, START and HELP in many
              languages, always count too. Press Enter after each.
            </Text>
            {KEYWORDS.map(([name, label, placeholder]) => (
              <TagsInput
                key={name}
                label={label}
                placeholder={placeholder}
                value={[...content.keywords[name]]}
                onChange={(words) => change({ ...content, keywords: { ...content.keywords, [name]: words } })}
              />
            ))}
            <CategoryFields
              categories={content.categories}
              onChange={(categories) => change({ ...content, categories })}
            />
            <Title order={2} size="h4" mt="sm">
              How long words are kept
            </Title>
            <Text size="sm" c="dimmed">
              In days; without a number for ever. The consent ledger is always kept.
            </Text>
            {KEPT.map(([name, label]) => (
              <NumberInput
                key={name}
                label={label}
                placeholder="for ever"
                suffix=" days"
                min={1}
                allowDecimal={false}
                allowNegative={false}
                maw={260}
                value={content.retention[name] ?? ''}
                onChange={(days) => {
                  const { [name]: _before, ...rest } = content.retention;
                  change({
                    ...content,
                    retention: typeof days === 'number' ? { ...rest, [name]: days } : rest,
                  });
                }}
              />
            ))}
          </Stack>
        )}
      </SettingsForm>
      <ConsentVersions />
    </Stack>
  );
}
