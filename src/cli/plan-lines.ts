import { asFilledText, asFiniteNumber, asObject, type JsonObject } from '../messaging/untrusted.js';
import type { Directory } from '../rules-as-code/bundle-files.js';
import { foundAt } from '../rules-as-code/bundle-files.js';
import { objectsIn } from './api-client.js';
import { findingLine } from './rule-directory.js';
import { onOneLine, type Paint } from './terminal-text.js';

const VALUE_LENGTH = 80;
const EXAMPLES_SHOWN = 5;

/** A plan for people: what changes, what stands against it, and what it would have done. */
export function planLines(plan: JsonObject, { locate }: Directory, paint: Paint): readonly string[] {
  const changes = objectsIn(plan['changes']).flatMap((change) => changeLines(change, paint));
  const problems = objectsIn(plan['problems']).map(({ pointer, detail }) => {
    const problem = { pointer: text(pointer), message: text(detail) };
    return findingLine(foundAt(problem, 'fail', locate), paint);
  });
  const unarmed = objectsIn(plan['dryRunsNeeded']).map(
    ({ key, detail }) => `  ! ${text(key)}: ${text(detail)}`,
  );
  const drift = objectsIn(plan['drift']).map(({ sentence }) => `  ! ${text(sentence)}`);
  return [
    ...(changes.length === 0 ? ['Nothing to change.'] : changes),
    ...section('Changed on the server since, and undone by this (--force does it):', drift),
    ...section('Problems:', problems),
    ...section('To be tried on the past before they go live:', unarmed),
    ...effectLines(asObject(plan['effect'])),
    ...section('', [summaryLine(asObject(plan['summary']) ?? {})]),
  ];
}

function changeLines(change: JsonObject, paint: Paint): readonly string[] {
  const subject = `${text(change['kind'])} ${text(change['key'])}`;
  const differences = objectsIn(change['differences']).map((each) => `      ${differenceLine(each)}`);
  const place = placeOf(asObject(change['position']));
  switch (change['action']) {
    case 'create':
      return [paint('green', `  + ${subject}${place}`)];
    case 'update':
      return [paint('yellow', `  ~ ${subject}${place}`), ...differences];
    case 'move':
      return [paint('yellow', `  ↕ ${subject}${place}`)];
    case 'delete':
      return [paint('red', `  - ${subject}`)];
    case 'kept':
      return [paint('dim', `    ${subject} is on the server only; --prune takes it out`)];
    default:
      return [];
  }
}

function placeOf(position: JsonObject | undefined): string {
  const [before, after] = [asFiniteNumber(position?.['before']), asFiniteNumber(position?.['after'])];
  if (after === undefined || before === after) return '';
  return before === undefined ? ` at place ${after}` : ` from place ${before} to ${after}`;
}

export function differenceLine({ pointer, before, after }: JsonObject): string {
  return `${text(pointer)}: ${value(before)} → ${value(after)}`;
}

function value(json: unknown): string {
  return json === undefined ? 'nothing' : onOneLine(JSON.stringify(json), VALUE_LENGTH);
}

function effectLines(effect: JsonObject | undefined): readonly string[] {
  if (effect === undefined) return [];
  const lookedAt = asFiniteNumber(effect['lookedAt']) ?? 0;
  if (lookedAt === 0) return [];
  const rules = objectsIn(effect['rules']).map(
    ({ key, before, after }) => `  ${text(key)}: fires ${String(after)} times instead of ${String(before)}`,
  );
  const examples = objectsIn(effect['examples'])
    .slice(0, EXAMPLES_SHOWN)
    .map(({ messageId, before, after }) => {
      const [one, other] = [asObject(before), asObject(after)];
      return `  ${text(messageId)}: ${text(one?.['verdict'])} → ${text(other?.['verdict'])}: ${text(other?.['sentence'])}`;
    });
  const changed = asFiniteNumber(effect['changedReplies']) ?? 0;
  return section(
    `Of the latest ${lookedAt} events${effect['isCut'] === true ? ' (there was no time for more)' : ''}, ${changed} would be answered otherwise:`,
    [...rules, ...examples],
    true,
  );
}

function summaryLine(summary: JsonObject): string {
  const count = (name: string) => asFiniteNumber(summary[name]) ?? 0;
  return `${count('create')} to create, ${count('update')} to update, ${count('move')} to move, ${count('delete')} to delete; ${count('unchanged')} unchanged, ${count('kept')} kept.`;
}

function section(title: string, lines: readonly string[], isAlwaysShown = false): readonly string[] {
  if (lines.length === 0 && !isAlwaysShown) return [];
  return ['', ...(title === '' ? [] : [title]), ...lines];
}

function text(json: unknown): string {
  return onOneLine(asFilledText(json) ?? '');
}
