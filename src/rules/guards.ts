import { spokenInstant } from './definition/duration.js';
import { passed, ending, stopped } from './stage.js';
import type { Situation, StageResult } from './stage.js';

/** Nothing goes to a person who opted out, whatever happened; nothing automatic to one whose wish is unclear. */
export function consentStage({ facts }: Situation): StageResult {
  const consent = facts.contact?.consent;
  switch (consent) {
    case 'opted_out':
      return stopped('consent', ending('suppressed', 'No reply: this contact has opted out.'));
    case 'held':
      return stopped(
        'consent',
        ending(
          'held',
          'No reply: it is unclear whether this contact wants messages. Settle it, then replies go out again.',
        ),
      );
    case 'subscribed':
      return passed('consent', 'The contact has not opted out.');
    case undefined:
      return passed('consent', 'No contact belongs to this event.');
    default: {
      const never: never = consent;
      return never;
    }
  }
}

/** A person has taken the conversation over. A pause whose end cannot be read is a pause without end. */
export function pauseStage({ facts, now }: Situation): StageResult {
  const { pausedUntil, pauseReason } = facts.conversation ?? {};
  if (pausedUntil === undefined) return passed('pause', 'The conversation is not paused.');
  const end = new Date(pausedUntil);
  if (end.getTime() <= now.getTime())
    return passed('pause', `The pause ended at ${spokenInstant(end, now)}.`);
  const until = Number.isNaN(end.getTime())
    ? 'until somebody resumes it'
    : `until ${spokenInstant(end, now)}`;
  const reason = pauseReason === undefined ? '' : ` (${pauseReason.slice(0, 120)})`;
  return stopped('pause', ending('paused', `No reply: the conversation is paused ${until}${reason}.`));
}

/** A machine that is answered answers back. Source: RFC 3834, section 2, https://www.rfc-editor.org/rfc/rfc3834 */
export function automaticSenderStage({ event }: Situation): StageResult {
  const label = 'automatic sender';
  if (event.name !== 'message.received') return passed(label, 'Not a message from outside.');
  return event.payload.isAutomatic
    ? stopped(
        label,
        ending(
          'loop_suspected',
          'No reply: a machine wrote this message, and answering it could go on for ever.',
        ),
      )
    : passed(label, 'Nothing says that a machine wrote it.');
}
