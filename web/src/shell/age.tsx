import { Instant } from './instant.tsx';

const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, beside the instant itself: “5 minutes ago”. */
export function Age({ at }: { readonly at: string | null }) {
  if (at === null) return <Instant at={at} />;
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {ageOf(new Date(at), new Date())}
    </time>
  );
}

export function ageOf(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  return unit === undefined ? 'just now' : WORDS.format(Math.round(seconds / unit[1]), unit[0]);
}
