import type { OutboundFile } from '../../messaging/media.js';
import type { OutboundMessage } from '../../messaging/outbound-message.js';
import type { ProviderAccount, ProviderAnswer, ProviderRequest } from '../../messaging/provider.js';
import type { SendOutcome } from '../../messaging/send-failure.js';
import { asObject } from '../../messaging/untrusted.js';
import { businessRequest } from './connectly.api.js';
import { failureOf } from './connectly.errors.js';
import { usableId } from './connectly.event-key.js';
import { messageUlid } from './connectly.message-id.js';
import { templateRequest } from './connectly.template.js';

const IMAGES = ['jpg', 'jpeg', 'png', 'webp'];
const VIDEOS = ['mp4', '3gp'];
const SOUNDS = ['mp3', 'ogg', 'amr', 'aac', 'm4a'];

/**
 * `POST /send/messages`, a session message, unless the message goes out as a template. The sender is always named: without it a business with several numbers may send
 * from another one, whose service window is closed. `callbackData` carries our id out and comes back with every status.
 * Sources: https://docs.connectly.ai/messaging/session-messages and https://docs.connectly.ai/faq
 */
export function sendRequest(message: OutboundMessage, account: ProviderAccount): ProviderRequest {
  if (message.channel !== 'whatsapp') throw new RangeError(`Connectly cannot send on ${message.channel}.`);
  if (message.template !== undefined) return templateRequest(message, message.template, account);
  const senderId = message.from?.value ?? account.settings.senderId;
  return businessRequest('POST', 'send/messages', account, {
    ...(senderId !== undefined && senderId !== '' && { sender: { id: senderId, channelType: 'whatsapp' } }),
    recipient: { id: message.to.value, channelType: 'whatsapp' },
    message: content(message),
    callbackData: { heedMessageId: message.id },
  });
}

/**
 * A message has one kind of content, so the text of one with a file is the file's caption. A sound has no caption: then the text goes
 * out, which says more. Source: https://docs.connectly.ai/messaging/session-messages
 */
function content({ text, files: [file] = [] }: OutboundMessage): Readonly<Record<string, unknown>> {
  const type = file === undefined ? undefined : contentType(file);
  if (file === undefined || type === 'audio') return { text };
  return { attachments: [{ type, url: file.url, caption: text }] };
}

function contentType({ url, mimeType }: OutboundFile): 'image' | 'video' | 'audio' | 'document' {
  const extension = /\.(\w{2,5})$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
  const [family] = (mimeType ?? '').split('/');
  if (family === 'image' || (family === '' && IMAGES.includes(extension))) return 'image';
  if (family === 'video' || (family === '' && VIDEOS.includes(extension))) return 'video';
  if (family === 'audio' || (family === '' && SOUNDS.includes(extension))) return 'audio';
  return 'document';
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
