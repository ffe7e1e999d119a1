import type { DomainEvent, DomainEventName } from '../../events/domain-events.js';
import { CHANNELS, type Channel } from '../../messaging/channel.js';
import {
  asArray,
  asFilledText,
  asFiniteNumber,
  asObject,
  asText,
  type JsonObject,
} from '../../messaging/untrusted.js';

/** A name of the catalogue with a payload that fits it. */
export type NamedPayload = {
  [Name in DomainEventName]: { readonly name: Name; readonly payload: DomainEvent<Name>['payload'] };
}[DomainEventName];

/** The fields that a payload lacks, or has of the wrong kind. */
export type PayloadReading =
  | { readonly ok: true; readonly event: NamedPayload }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Reads the payload of a simulated event. What is optional and unreadable is left out; what is needed and unreadable is named. */
export function readPayload(name: DomainEventName, json: unknown): PayloadReading {
  const fields = asObject(json) ?? {};
  switch (name) {
    case 'message.received':
      return messageReceived(fields);
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
    case 'message.undelivered':
    case 'message.failed':
    case 'message.suppressed': {
      const channel = channelIn(fields);
      const { to, messageKind } = textsIn(fields, ['to', 'messageKind', 'from', 'errorCode', 'reason']);
      if (channel === undefined || to === undefined || messageKind === undefined) {
        return lacking({ channel, to, messageKind });
      }
      const optional = present(textsIn(fields, ['from', 'errorCode', 'reason']));
      return { ok: true, event: { name, payload: { channel, to, messageKind, ...optional } } };
    }
    case 'number.substituted': {
      const { originalNumber, usedNumber, reason } = textsIn(fields, [
        'originalNumber',
        'usedNumber',
        'reason',
      ]);
      if (originalNumber === undefined || usedNumber === undefined || reason === undefined) {
        return lacking({ originalNumber, usedNumber, reason });
      }
      return { ok: true, event: { name, payload: { originalNumber, usedNumber, reason } } };
    }
    case 'identity.started':
    case 'identity.processing':
    case 'identity.verified':
    case 'identity.failed':
    case 'identity.requires_input':
    case 'identity.manually_approved':
    case 'identity.manually_denied':
    case 'identity.report_generated': {
      const ids = present(textsIn(fields, ['sessionId', 'reportId']));
      return { ok: true, event: { name, payload: { ...ids, details: textMembers(fields['details']) } } };
    }
    case 'otp.verified': {
      const { otpId, number } = textsIn(fields, ['otpId', 'number']);
      if (otpId === undefined || number === undefined) return lacking({ otpId, number });
      return { ok: true, event: { name, payload: { otpId, number } } };
    }
    case 'contact.opted_out':
    case 'contact.opted_in': {
      const { source = 'administrator', scope = 'all' } = textsIn(fields, ['source', 'scope']);
      const channel = channelIn(fields);
      return { ok: true, event: { name, payload: { source, scope, ...present({ channel }) } } };
    }
    case 'help.requested': {
      const channel = channelIn(fields);
      return channel === undefined
        ? lacking({ channel })
        : { ok: true, event: { name, payload: { channel } } };
    }
    case 'conversation.handed_over': {
      const { reason } = textsIn(fields, ['reason']);
      return reason === undefined ? lacking({ reason }) : { ok: true, event: { name, payload: { reason } } };
    }
    case 'flow.timed_out': {
      const { runId, flow, step } = textsIn(fields, ['runId', 'flow', 'step']);
      const steps = asFiniteNumber(fields['steps']);
      return runId === undefined || flow === undefined || step === undefined || steps === undefined
        ? lacking({ runId, flow, step, steps })
        : { ok: true, event: { name, payload: { runId, flow, step, steps } } };
    }
    default: {
      const never: never = name;
      return never;
    }
  }
}

function messageReceived(fields: JsonObject): PayloadReading {
  const channel = channelIn(fields);
  const from = asFilledText(fields['from']);
  const text = asText(fields['text']);
  if (channel === undefined || from === undefined || text === undefined)
    return lacking({ channel, from, text });
  const attachments = (asArray(fields['attachments']) ?? []).flatMap((item) => {
    const url = asFilledText(asObject(item)?.['url']);
    return url === undefined ? [] : [{ url }];
  });
  const optional = present(textsIn(fields, ['to', 'subject', 'buttonId', 'emailMessageId']));
  const isAutomatic = fields['isAutomatic'] === true;
  return {
    ok: true,
    event: {
      name: 'message.received',
      payload: { channel, from, text, attachments, isAutomatic, ...optional },
    },
  };
}

function lacking(fields: Readonly<Record<string, unknown>>): PayloadReading {
  return { ok: false, missing: Object.keys(fields).filter((name) => fields[name] === undefined) };
}

function channelIn(fields: JsonObject): Channel | undefined {
  return CHANNELS.find((channel) => channel === fields['channel']);
}

function textsIn<Name extends string>(
  fields: JsonObject,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = asFilledText(fields[name]);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

/** Without the members that are undefined, which is another thing than absent. */
function present<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return JSON.parse(JSON.stringify(fields));
}

function textMembers(json: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asObject(json) ?? {}).flatMap(([name, value]) => {
      const text = asText(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
