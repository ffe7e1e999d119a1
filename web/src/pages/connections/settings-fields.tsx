import { Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';

export type Settings = components['schemas']['ConnectionSettings'];

type SettingsFieldsProps = {
  readonly provider: string;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  /** The environment says the business id and the sender at every start. */
  readonly isSetElsewhere: boolean;
};

const SWITCHES = [
  [
    'confirmsOptOut',
    'The provider confirms a STOP by itself',
    'Heed then does not. US toll-free numbers do that, for example.',
  ],
  ['answersHelpAlways', 'Answer HELP also after an opt-out', 'As US short codes and Canada ask.'],
  ['confirmsEmailOptOut', 'Confirm opt-outs by e-mail', 'Otherwise they are in force without a word.'],
  [
    'keepsQuietHours',
    'Keep quiet hours',
    'Messages that answer none of the customer’s wait until the customer’s morning.',
  ],
  [
    'strictTimestamps',
    'Refuse stale webhooks',
    'Otherwise a webhook whose signed time is outside the tolerance is stored and marked.',
  ],
] as const;

/** Everything of an account that is not secret. */
export function SettingsFields({ provider, settings, onChange, isSetElsewhere }: SettingsFieldsProps) {
  const elsewhere = isSetElsewhere ? ' Set by the environment or the demo.' : '';
  return (
    <Stack>
      {provider === 'connectly' && (
        <TextInput
          label="Business id"
          description={`It is part of every address of Connectly’s API.${elsewhere}`}
          value={settings.businessId ?? ''}
          onChange={(event) => onChange({ ...settings, businessId: event.currentTarget.value.trim() })}
          disabled={isSetElsewhere}
          required={!isSetElsewhere}
        />
      )}
      <TextInput
        label="Sender"
        description={`Our number, address or sender name, where webhooks do not say which was written to.${elsewhere}`}
        value={settings.senderId ?? ''}
        onChange={(event) => onChange({ ...settings, senderId: event.currentTarget.value })}
        maxLength={320}
        disabled={isSetElsewhere}
      />
      <TagsInput
        label="Our own numbers at this account"
        description="A message from one of them is an echo of our own. Press Enter after each."
        value={[...(settings.ownAddresses ?? [])]}
        onChange={(ownAddresses) => onChange({ ...settings, ownAddresses })}
        maxTags={100}
        clearable
      />
      {SWITCHES.map(([name, label, description]) => (
        <Switch
          key={name}
          label={label}
          description={description}
          checked={settings[name] ?? false}
          onChange={(event) => onChange({ ...settings, [name]: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}

/** What may be sent: without a sender an empty text, which takes it away; what the environment says is left out. */
export function sendable(settings: Settings, isSetElsewhere: boolean): Settings {
  const { businessId, senderId, ...rest } = settings;
  if (isSetElsewhere) return rest;
  return {
    ...rest,
    ...(businessId !== undefined && businessId !== '' && { businessId }),
    ...(senderId !== undefined && { senderId: senderId.trim() }),
  };
}
