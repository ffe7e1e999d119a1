import { Autocomplete, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { CHANNELS } from '../../../../../src/messaging/channel.js';
import { asObject, type JsonObject } from '../../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../../revisions/json-member.ts';
import { DurationInput } from '../duration-input.tsx';
import { SegmentCounter } from '../segment-counter.tsx';
import { useFlowNames } from '../use-names.ts';
import { useProblemAt } from '../../revisions/problems.tsx';
import type { ActionKind } from './action-kinds.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { ModelFields } from './model-fields.tsx';
import { ReplyFields } from './reply-fields.tsx';
import { WebhookFields } from './webhook-fields.tsx';

type ActionFieldsProps = {
  readonly kind: ActionKind;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** The fields of one action. What they do not show stays as it is. */
export function ActionFields({ kind, value, onChange }: ActionFieldsProps) {
  const problem = useProblemAt();
  const object = asObject(value) ?? {};
  const set = (name: string, next: unknown) => onChange(withMember(object, name, next));
  switch (kind) {
    case 'reply':
      return <ReplyFields reply={object} onChange={onChange} />;
    case 'tag':
    case 'untag':
      return (
        <TextInput
          label="Tag"
          value={typeof value === 'string' ? value : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'attribute':
      return <AttributeFields attribute={object} onChange={onChange} />;
    case 'pause':
      return (
        <DurationInput
          label="For how long"
          unit="hours"
          error={problem('for')}
          value={textMember(object, 'for')}
          onChange={(iso) => set('for', iso)}
        />
      );
    case 'handOver':
      return (
        <Stack gap="xs">
          <TextInput
            label="Reason"
            error={problem('reason')}
            value={textMember(object, 'reason')}
            onChange={({ currentTarget }) => set('reason', currentTarget.value)}
          />
          <DurationInput
            label="For how long"
            description="None: until somebody resumes the conversation."
            error={problem('for')}
            unit="hours"
            value={textMember(object, 'for')}
            onChange={(iso) => set('for', filled(iso))}
          />
        </Stack>
      );
    case 'send':
      return <SendFields send={object} set={set} />;
    case 'webhook':
      return <WebhookFields webhook={object} onChange={onChange} />;
    case 'model':
      return <ModelFields model={object} onChange={onChange} />;
    case 'startFlow':
      return <FlowField value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

type Set = (name: string, value: unknown) => void;

function SendFields({ send, set }: { readonly send: JsonObject; readonly set: Set }) {
  const problem = useProblemAt();
  return (
    <Stack gap="xs">
      <Group grow>
        <Select
          label="Channel"
          error={problem('channel')}
          data={[...CHANNELS]}
          allowDeselect={false}
          value={textMember(send, 'channel')}
          onChange={(channel) => set('channel', channel ?? undefined)}
        />
        <TextInput
          label="Connection"
          error={problem('connection')}
          placeholder="the first that carries it"
          value={textMember(send, 'connection')}
          onChange={({ currentTarget }) => set('connection', filled(currentTarget.value))}
        />
      </Group>
      <Textarea
        label="Text"
        description="Empty: the text of the message that did not arrive."
        error={problem('text')}
        autosize
        dir="auto"
        value={textMember(send, 'text')}
        onChange={({ currentTarget }) => set('text', filled(currentTarget.value))}
      />
      <SegmentCounter text={textMember(send, 'text')} />
    </Stack>
  );
}

function FlowField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return <Autocomplete label="Flow" data={[...useFlowNames()]} value={value} onChange={onChange} />;
}
