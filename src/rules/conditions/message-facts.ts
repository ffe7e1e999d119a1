import type { MessageReceived } from '../../events/domain-events.js';
import { originOfPhone } from '../../quiet-hours/phone-zones.js';
import { fact } from './fact.js';
import type { Fact, FactDescription, FactType, FactValue } from './fact.js';
import { languageOf } from './message-language.js';

/** What a customer's message tells. */
export const MESSAGE_FACTS: readonly Fact[] = [
  received('message.text', 'text', 'What the customer wrote.', ({ text }) => text),
  received('message.subject', 'text', 'The subject of an e-mail.', ({ subject }) => subject),
  received(
    'message.channel',
    'text',
    'The channel it came by: sms, mms, imessage, whatsapp or email.',
    ({ channel }) => channel,
  ),
  fact(
    'message.isFirst',
    'flag',
    'Whether the customer has never written before, on any channel: for a welcome.',
    ['message.received'],
    (_event, { contact }) =>
      contact?.hasWrittenBefore === undefined ? undefined : !contact.hasWrittenBefore,
  ),
  received('message.from', 'text', "The customer's number or address.", ({ from }) => from),
  received('message.to', 'text', 'Our number or address, where the provider tells it.', ({ to }) => to),
  received(
    'message.length',
    'number',
    'How many characters the customer wrote; an emoji counts as two or more.',
    ({ text }) => text.length,
  ),
  received(
    'message.language',
    'text',
    'The language it is written in, as two letters: en, fr, ar. Absent when the text is too short to tell.',
    languageOf,
    'condition',
  ),
  received(
    'message.countries',
    'list',
    "The countries that the customer's number can belong to, as two letters: GM. +1 belongs to several.",
    ({ from }) => originOfPhone(from).countries,
    'condition',
  ),
  received(
    'message.attachments.count',
    'number',
    'How many files came with it.',
    ({ attachments }) => attachments.length,
  ),
  received(
    'message.attachments.types',
    'list',
    'What kinds of files came with it, both in general and exactly: image and image/jpeg.',
    attachmentTypes,
  ),
  received('message.buttonId', 'text', 'The id of the button that was pressed.', ({ buttonId }) => buttonId),
];

function received(
  name: string,
  type: FactType,
  description: string,
  read: (message: MessageReceived) => FactValue | undefined,
  use: FactDescription['use'] = 'condition or template',
): Fact {
  return fact(
    name,
    type,
    description,
    ['message.received'],
    (event) => (event.name === 'message.received' ? read(event.payload) : undefined),
    { use },
  );
}

/** `undefined` where no file tells its type, so that `exists` means that one does. */
function attachmentTypes({ attachments }: MessageReceived): readonly string[] | undefined {
  const exact = attachments.flatMap(({ mimeType }) => mimeType?.split(';', 1)[0]?.trim().toLowerCase() ?? []);
  const types = [...new Set(exact.flatMap((type) => [type.split('/', 1)[0] ?? type, type]))];
  return types.length === 0 ? undefined : types;
}
