import type { Place } from './definition-problems.js';
import { readObject } from './definition-readers.js';
import { durationMs } from './duration.js';
import type { RuleDefinition } from './rule-definition.js';

/** Reads `limits`. */
export function readLimits(json: unknown, place: Place): RuleDefinition['limits'] | undefined {
  const object = readObject(json, place, ['cooldown']);
  if (object === undefined) return undefined;
  const cooldown = object['cooldown'];
  if (cooldown === undefined) return {};
  if (typeof cooldown === 'string' && durationMs(cooldown) !== undefined) return { cooldown };
  place
    .at('cooldown')
    .refuse(
      'Write an ISO 8601 duration of at most 366 days, in weeks, days, hours, minutes and seconds: PT10M, PT12H, P1D.',
    );
  return undefined;
}
