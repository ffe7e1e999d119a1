import { parseAddress, addressKey } from '../../messaging/address.js';
import { ending, passed, stopped } from '../stage.js';
import type { Situation, StageResult } from '../stage.js';
import { guardFacts } from './guard-facts.js';

/** A machine that is answered answers back. Source: RFC 3834, section 2, https://www.rfc-editor.org/rfc/rfc3834 */
export function automaticSenderStage({ event, facts }: Situation): StageResult {
  const label = 'automatic sender';
  if (event.name !== 'message.received') return passed(label, 'Not a message from outside.');
  if (event.payload.isAutomatic) {
    return stopped(
      label,
      ending(
        'loop_suspected',
        'No reply: a machine wrote this message, and answering it could go on for ever.',
      ),
    );
  }
  if (guardFacts(facts).isFromUs || isSameAddress(event.payload.from, event.payload.to)) {
    return stopped(
      label,
      ending(
        'loop_suspected',
        'No reply: the message came from an address of ours, and answering ourselves could go on for ever.',
      ),
    );
  }
  return passed(label, 'Nothing says that a machine wrote it.');
}

function isSameAddress(from: string, to: string | undefined): boolean {
  const sender = parseAddress(from);
  const recipient = to === undefined ? undefined : parseAddress(to);
  return sender !== undefined && recipient !== undefined && addressKey(sender) === addressKey(recipient);
}
