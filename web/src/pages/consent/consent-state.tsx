import { Badge } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';

export type ConsentView = components['schemas']['ConsentView'];

type State = ConsentView['state'];

const WORDS: Readonly<Record<State, string>> = {
  subscribed: 'Subscribed',
  opted_out: 'Opted out',
  held: 'Held',
};

const COLOURS: Readonly<Record<State, string>> = { subscribed: 'green', opted_out: 'orange', held: 'yellow' };

/** Whether automatic messages may go, in words; its colour only repeats them. */
export function ConsentBadge({ state }: { readonly state: State }) {
  return (
    <Badge color={COLOURS[state]} variant="light" tt="none">
      {WORDS[state]}
    </Badge>
  );
}

/** The address of the page about somebody's consent. */
export function consentPath(address: string): string {
  return `/consent?${new URLSearchParams({ address }).toString()}`;
}
