import { useLocalStorage } from '@mantine/hooks';
import type { SandboxLine } from './use-sandbox.ts';

/** One handset on the page: which way it writes, and from which address. */
export type Handset = { readonly id: number; readonly line: string; readonly address: string };

export const MAX_HANDSETS = 4;

export function lineKey({ provider, channel }: Pick<SandboxLine, 'provider' | 'channel'>): string {
  return `${provider}/${channel}`;
}

const CHANNEL_NAMES: Readonly<Record<SandboxLine['channel'], string>> = {
  sms: 'SMS',
  mms: 'MMS',
  imessage: 'iMessage',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
};

export function lineName({ channel, providerName }: SandboxLine): string {
  return `${CHANNEL_NAMES[channel]} (${providerName})`;
}

/** The handsets survive a reload, so that one can go to a message's explanation and come back. */
export function useHandsets(lines: readonly SandboxLine[]) {
  const [kept, setKept] = useLocalStorage<readonly Handset[]>({
    key: 'heed-handsets',
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: readHandsets,
  });
  const known = kept.filter(({ line }) => lines.some((each) => lineKey(each) === line));
  const handsets = known.length > 0 ? known : firstHandsets(lines);
  return {
    handsets,
    change: (changed: Handset) =>
      setKept(handsets.map((handset) => (handset.id === changed.id ? changed : handset))),
    add: () => setKept([...handsets, nextHandset(handsets, lines)]),
    remove: (id: number) => setKept(handsets.filter((handset) => handset.id !== id)),
  };
}

function firstHandsets(lines: readonly SandboxLine[]): readonly Handset[] {
  const line = lines.find(({ provider }) => provider === 'integify') ?? lines[0];
  return line === undefined ? [] : [{ id: 1, line: lineKey(line), address: line.sampleAddress }];
}

/** A way that no handset writes by yet, else the first one. */
function nextHandset(handsets: readonly Handset[], lines: readonly SandboxLine[]): Handset {
  const isNew = (line: SandboxLine) => !handsets.some((handset) => handset.line === lineKey(line));
  const line = lines.find(isNew) ?? lines[0];
  const id = Math.max(0, ...handsets.map((handset) => handset.id)) + 1;
  return {
    id,
    line: line === undefined ? '' : lineKey(line),
    address: line?.sampleAddress ?? '',
  };
}

/** What the browser kept may be of another version, or anybody's. */
function readHandsets(json: string | undefined): readonly Handset[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(value) ? value.filter(isHandset).slice(0, MAX_HANDSETS) : [];
  } catch {
    return [];
  }
}

function isHandset(value: unknown): value is Handset {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'number' &&
    'line' in value &&
    typeof value.line === 'string' &&
    'address' in value &&
    typeof value.address === 'string'
  );
}
