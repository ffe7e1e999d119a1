import { ending, passed, stopped } from '../stage.js';
import type { Situation, StageResult } from '../stage.js';

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
