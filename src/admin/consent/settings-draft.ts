import { parseConsentSettings } from '../../consent/settings/parse-consent-settings.js';
import type { ConsentSettings } from '../../consent/settings/consent-settings.js';
import { asFilledText, asObject } from '../../messaging/untrusted.js';
import type { FieldProblem } from '../http/problem.js';

const MAX_REASON_LENGTH = 500;

/** Members that answers have and bodies have not: what was read may be sent back as it is. */
const ANSWER_ONLY = ['actor', 'changedAt'];

/** A body that replaces the settings, taken apart. */
export type SettingsDraft = {
  readonly settings: ConsentSettings;
  readonly version: number;
  readonly reason: string | undefined;
};

/** Reads the settings with what may stand beside them. Tells every problem at once. */
export function readSettingsDraft(body: unknown): SettingsDraft | readonly FieldProblem[] {
  const { version, reason, ...rest } = asObject(body) ?? {};
  const members = Object.entries(rest).filter(([name]) => !ANSWER_ONLY.includes(name));
  const reading = parseConsentSettings(asObject(body) === undefined ? body : Object.fromEntries(members));
  const problems: FieldProblem[] = reading.problems.map(({ pointer, message }) => ({
    pointer,
    detail: message,
  }));
  if (!isVersion(version)) {
    problems.push({
      pointer: '/version',
      detail: 'Give the version that you read; 0 when it was the first.',
    });
  }
  const why = asFilledText(reason);
  // What was read may be sent back, and its reason is null where none was given.
  if (reason !== undefined && reason !== null && (why === undefined || why.length > MAX_REASON_LENGTH)) {
    problems.push({ pointer: '/reason', detail: `Write a text of 1 to ${MAX_REASON_LENGTH} characters.` });
  }
  if (problems.length > 0 || !isVersion(version)) return problems;
  return { settings: reading.settings, version, reason: why };
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
