import { ActionIcon, Group, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMay } from '../../session/use-session.ts';
import { HandsetComposer } from './handset-composer.tsx';
import { HandsetThread } from './handset-thread.tsx';
import { lineKey, lineName, type Handset } from './handsets.ts';
import { useSay, type SandboxLine } from './use-sandbox.ts';

type HandsetCardProps = {
  readonly handset: Handset;
  readonly line: SandboxLine;
  readonly lines: readonly SandboxLine[];
  readonly onChange: (handset: Handset) => void;
  readonly onRemove?: () => void;
};

/** What was sent and has not come back as a message of the thread yet. */
export type Pending = {
  readonly key: number;
  readonly text: string;
  readonly subject: string | null;
  readonly attachmentUrl: string | null;
  /** Undefined while Heed has not answered. */
  readonly answer?: { readonly status: number; readonly eventId: string | null };
};

/** What the customer has put together. */
export type Written = Pick<Pending, 'text' | 'subject' | 'attachmentUrl'>;

let lastKey = 0;

/** One handset: who and by which way, the thread, and where one writes. */
export function HandsetCard({ handset, line, lines, onChange, onRemove }: HandsetCardProps) {
  const { address } = handset;
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const say = useSay();
  const mayWrite = useMay('editor');
  const send = (written: Written, onRefused?: () => void) => {
    const { text, subject, attachmentUrl } = written;
    lastKey += 1;
    const key = lastKey;
    const { provider, channel } = line;
    setPending((before) => [...before, { key, ...written }]);
    say.mutate(
      {
        provider,
        channel,
        from: address,
        text,
        ...(subject !== null && { subject }),
        ...(attachmentUrl !== null && { attachmentUrl }),
      },
      {
        onSuccess: (answer) =>
          setPending((before) => before.map((each) => (each.key === key ? { ...each, answer } : each))),
        onError: () => {
          setPending((before) => before.filter((each) => each.key !== key));
          onRefused?.();
        },
      },
    );
  };
  return (
    <section className="handset" aria-label={`Handset ${handset.id}`}>
      <div className="handset-top">
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <NativeSelect
            label="Writes by"
            size="xs"
            flex={1}
            data={lines.map((each) => ({ value: lineKey(each), label: lineName(each) }))}
            value={handset.line}
            onChange={(event) => {
              const chosen = lines.find((each) => lineKey(each) === event.currentTarget.value);
              if (chosen === undefined) return;
              setPending([]);
              onChange({ ...handset, line: lineKey(chosen), address: chosen.sampleAddress });
            }}
          />
          <AddressInput
            address={address}
            isEmail={line.channel === 'email'}
            onChange={(changed) => {
              setPending([]);
              onChange({ ...handset, address: changed });
            }}
          />
          {onRemove !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Put handset ${handset.id} away`}
              onClick={onRemove}
            >
              ✕
            </ActionIcon>
          )}
        </Group>
      </div>
      <HandsetThread
        line={line}
        address={address}
        pending={pending}
        {...(mayWrite && {
          onAnswer: (text: string) => send({ text, subject: null, attachmentUrl: null }),
        })}
      />
      <HandsetComposer
        key={handset.line}
        isEmail={line.channel === 'email'}
        takesFiles={line.takesFiles}
        isOff={!mayWrite}
        error={say.error}
        onSend={send}
      />
    </section>
  );
}

/** Takes effect when one leaves it: half a number is nobody's. */
function AddressInput({
  address,
  isEmail,
  onChange,
}: {
  readonly address: string;
  readonly isEmail: boolean;
  readonly onChange: (address: string) => void;
}) {
  const [text, setText] = useState(address);
  useEffect(() => setText(address), [address]);
  const settle = () => {
    const trimmed = text.trim();
    if (trimmed === '') setText(address);
    else if (trimmed !== address) onChange(trimmed);
  };
  return (
    <TextInput
      label={isEmail ? 'Your address' : 'Your number'}
      size="xs"
      flex={1}
      inputMode={isEmail ? 'email' : 'tel'}
      maxLength={320}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
