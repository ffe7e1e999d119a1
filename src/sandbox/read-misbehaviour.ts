import { PROVIDER_NAMES } from '../messaging/provider.js';
import { asFilledText, asFiniteNumber, asObject, type JsonObject } from '../messaging/untrusted.js';
import {
  JUNK,
  PLAIN_STATUS_MODES,
  type Behaviour,
  type MisbehaviourOrder,
  type StatusBehaviour,
} from './misbehaviour.js';

const MAX_TIMES = 1_000_000;
const MAX_WAIT_MS = 3_600_000;

/** Reads an order of `POST /misbehave`; `undefined` when it is none. `times` is 1 when absent. */
export function readMisbehaviourOrder(json: unknown): MisbehaviourOrder | undefined {
  const fields = asObject(json);
  const provider = oneOf(PROVIDER_NAMES, fields?.provider);
  const behaviour = readBehaviour(asObject(fields?.behaviour));
  const times = fields?.times === undefined ? 1 : wholeNumber(fields.times, 1, MAX_TIMES);
  if (provider === undefined || behaviour === undefined || times === undefined) return undefined;
  return { provider, times, behaviour };
}

function readBehaviour(fields: JsonObject | undefined): Behaviour | undefined {
  switch (fields?.kind) {
    case 'status': {
      const status = wholeNumber(fields.status, 200, 599);
      const retryAfter = asFilledText(fields.retryAfter);
      if (status === undefined) return undefined;
      return {
        kind: 'status',
        status,
        ...(retryAfter !== undefined && { retryAfter }),
        ...(fields.body !== undefined && { body: fields.body }),
      };
    }
    case 'error_after_accepting': {
      const status = wholeNumber(fields.status, 400, 599);
      return status === undefined ? undefined : { kind: 'error_after_accepting', status };
    }
    case 'reset_after_accepting':
    case 'reset_before_reading':
      return { kind: fields.kind };
    case 'hang': {
      const ms = wholeNumber(fields.ms, 0, MAX_WAIT_MS);
      return ms === undefined ? undefined : { kind: 'hang', ms };
    }
    case 'slow_body': {
      const bytesPerSecond = wholeNumber(fields.bytesPerSecond, 1, MAX_TIMES);
      return bytesPerSecond === undefined ? undefined : { kind: 'slow_body', bytesPerSecond };
    }
    case 'junk_body': {
      const junk = oneOf(JUNK, fields.junk);
      return junk === undefined ? undefined : { kind: 'junk_body', junk };
    }
    case 'status_webhooks':
      return readStatusBehaviour(fields);
    default:
      return undefined;
  }
}

function readStatusBehaviour(fields: JsonObject): StatusBehaviour | undefined {
  if (fields.mode === 'late') {
    const ms = wholeNumber(fields.ms, 0, MAX_WAIT_MS);
    return ms === undefined ? undefined : { kind: 'status_webhooks', mode: 'late', ms };
  }
  if (fields.mode === 'duplicated') {
    const copies = wholeNumber(fields.copies, 2, 1000);
    return copies === undefined ? undefined : { kind: 'status_webhooks', mode: 'duplicated', copies };
  }
  const mode = oneOf(PLAIN_STATUS_MODES, fields.mode);
  return mode === undefined ? undefined : { kind: 'status_webhooks', mode };
}

function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  const number = asFiniteNumber(value);
  return number !== undefined && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}
