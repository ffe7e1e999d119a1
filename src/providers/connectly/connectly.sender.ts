import type { OutboundMessage } from '../../messaging/outbound-message.js';
import type { ProviderAccount, ProviderAnswer, ProviderRequest } from '../../messaging/provider.js';
import type { SendOutcome } from '../../messaging/send-failure.js';
import { asObject } from '../../messaging/untrusted.js';
import { businessRequest } from './connectly.api.js';
import { failureOf } from './connectly.errors.js';
import { usableId } from './connectly.event-key.js';
import { messageUlid } from './connectly.message-id.js';

/**
 * `POST /send/messages`, a session message. The sender is always named: without it a business with several numbers may send
 * from another one, whose service window is closed. `callbackData` carries our id out and comes back with every status.
 * Sources: https://docs.connectly.ai/messaging/session-messages and https://docs.connectly.ai/faq
 */
export function sendRequest(message: OutboundMessage, account: ProviderAccount): ProviderRequest {
  if (message.channel !== 'whatsapp') throw new RangeError(`Connectly cannot send on ${message.channel}.`);
  const senderId = message.from?.value ?? account.settings.senderId;
  return businessRequest('POST', 'send/messages', account, {
    ...(senderId !== undefined && senderId !== '' && { sender: { id: senderId, channelType: 'whatsapp' } }),
    recipient: { id: message.to.value, channelType: 'whatsapp' },
    message: { text: message.text },
    callbackData: { heedMessageId: message.id },
  });
}

/** Every acceptance carries an id: a 2xx without one is the answer of something else, or of an API that has changed. */
export function readSendAnswer(answer: ProviderAnswer): SendOutcome {
  if (answer.status < 200 || answer.status > 299) return { kind: 'failed', failure: failureOf(answer) };
  const id = asObject(answer.json)?.id;
  const providerMessageId = messageUlid(id) ?? usableId(id);
  if (providerMessageId !== undefined) return { kind: 'accepted', providerMessageId };
  return {
    kind: 'failed',
    failure: {
      kind: 'uncertain',
      detail: `Connectly answered ${answer.status} without the id of a message.`,
    },
  };
}
