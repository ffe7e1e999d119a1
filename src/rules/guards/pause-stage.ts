import { spokenInstant } from '../definition/duration.js';
import { ending, passed, stopped } from '../stage.js';
import type { Situation, StageResult } from '../stage.js';

/** A person has taken the conversation over. A pause whose end cannot be read is a pause without end. */
export function pauseStage({ facts, now }: Situation): StageResult {
  const { pausedUntil, pauseReason } = facts.conversation ?? {};
  if (pausedUntil === undefined) return passed('pause', 'The conversation is not paused.');
  const end = new Date(pausedUntil);
  if (end.getTime() <= now.getTime())
    return passed('pause', `The pause ended at ${spokenInstant(end, now)}.`);
  const until =
    Number.isNaN(end.getTime()) || end.getUTCFullYear() === 9999
      ? 'until somebody resumes it'
      : `until ${spokenInstant(end, now)}`;
  const reason = pauseReason === undefined ? '' : ` (${pauseReason.slice(0, 120)})`;
  return stopped('pause', ending('paused', `No reply: the conversation is paused ${until}${reason}.`));
}
