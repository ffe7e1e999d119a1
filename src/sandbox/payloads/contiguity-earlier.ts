import {
  fromCustomer,
  jsonPayload,
  unixSeconds,
  type EventFields,
  type PayloadBuilder,
  type SampleEvent,
} from './webhook-payload.js';

type Data = (fields: EventFields, token: string) => object;

/**
 * Formats that Contiguity has left behind, but that accounts of their time may still receive: `communications.incoming.*` (November
 * 2024), `text.incoming` (September 2025) and the v1 shape without id or type.
 * Sources: https://github.com/contiguity/docs (history of api-reference/webhook) and
 * https://docs.contiguity.co/api-reference/webhook/example
 */
export const CONTIGUITY_EARLIER_EVENTS: readonly (readonly [string, SampleEvent])[] = [
  envelope('text.incoming', 'v2025.8.21', message),
  envelope('communications.incoming.sms', 'v2', message),
  envelope('communications.incoming.mms', 'v2', messageWithFile),
  envelope('communications.incoming.imessage', 'v2', message),
  envelope('communications.incoming.whatsapp', 'v2', message),
  envelope('communications.incoming.email', 'v2', email),
  ['v1.sms', { ...fromCustomer(crumbs('sms')), lacksId: true }],
  ['v1.imessage', { ...fromCustomer(crumbs('imessage')), lacksId: true }],
  ['v1.whatsapp', { ...fromCustomer(crumbs('whatsapp')), lacksId: true }],
];

function envelope(type: string, apiVersion: string, data: Data): readonly [string, SampleEvent] {
  const build: PayloadBuilder = (fields, ids, now) =>
    jsonPayload({
      id: `evt_${ids.token}`,
      type,
      timestamp: unixSeconds(now),
      api_version: apiVersion,
      data: data(fields, ids.token),
    });
  return [type, fromCustomer(build)];
}

function message(fields: EventFields): object {
  return { message: fields.text, from: fields.customer, to: fields.own };
}

function messageWithFile(fields: EventFields): object {
  const url = fields.attachmentUrl ?? 'https://api.contiguity.com/attachments/sample/image.jpg';
  return { ...message(fields), attachments: [{ url, type: 'image/jpeg' }] };
}

function email(fields: EventFields, token: string): object {
  return {
    message_id: `${token}-contiguity-email`,
    to: fields.own,
    from: fields.customer,
    subject: fields.subject ?? 'Some subject',
    body: { type: 'text', content: fields.text, raw_body: '' },
  };
}

/** v1 wrote our number without its plus. */
function crumbs(channel: 'sms' | 'imessage' | 'whatsapp'): PayloadBuilder {
  return (fields, _ids, now) =>
    jsonPayload({
      message: `Incoming ${channel} from ${fields.customer}`,
      crumbs: {
        from: fields.customer,
        to: fields.own.replace(/^\+/, ''),
        message: fields.text,
        timestamp: unixSeconds(now),
        type: channel,
      },
    });
}
