import { Badge } from '@mantine/core';
import { spoken } from './words.ts';

const COLOURS: Readonly<Record<string, string>> = {
  replied: 'green',
  help_sent: 'green',
  opt_out_recorded: 'orange',
  opt_in_recorded: 'blue',
  held: 'yellow',
  suppressed: 'orange',
  quarantined: 'red',
  render_failed: 'red',
  loop_suspected: 'red',
  budget_exhausted: 'red',
};

/** A verdict in words; its colour only repeats them. */
export function VerdictBadge({ verdict }: { readonly verdict: string }) {
  return (
    <Badge color={COLOURS[verdict] ?? 'gray'} variant="light" tt="none">
      {spoken(verdict)}
    </Badge>
  );
}
