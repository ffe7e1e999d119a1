import type { DomainEvent, DomainEventName } from '../../events/domain-events.js';
import { describeFact, describeFacts, factReader, isFamily } from '../conditions/fact-catalogue.js';
import type { FactDescription, FactValue } from '../conditions/fact.js';
import type { Facts } from '../facts.js';

type Scope = { [name: string]: FactValue | Scope | undefined };

/** Besides the event's facts, every template may insert these. */
const ALWAYS_AVAILABLE = ['brand.name', 'brand.helpContact', 'now'];
const LIST_MEMBERS = /\.(?:size|first|last|\d+)$/;

/** The variables that a reply to this event can insert, for the editor and for messages; families end in `<name>`. */
export function templateVariables(event: DomainEventName): readonly string[] {
  return [...insertableFacts(event).map(({ name }) => name), ...ALWAYS_AVAILABLE];
}

function insertableFacts(event: DomainEventName): readonly FactDescription[] {
  return describeFacts(event).filter(isInsertable);
}

function isInsertable({ use }: FactDescription): boolean {
  return use === 'condition or template';
}

/** True for a variable that has, or may have, a value when this event is answered. */
export function isTemplateVariable(path: string, event: DomainEventName): boolean {
  if (ALWAYS_AVAILABLE.includes(path)) return true;
  const whole = describeFact(path);
  if (whole !== undefined) return isInsertable(whole) && whole.events.includes(event);
  const list = describeFact(path.replace(LIST_MEMBERS, ''));
  return list?.type === 'list' && isInsertable(list) && list.events.includes(event);
}

/**
 * The values behind the variables: a tree without prototypes, made only of what the catalogue lets conditions see as well.
 * What a fact has no value for is absent, so that a template has to say what stands in its place.
 */
export function templateScope(event: DomainEvent, facts: Facts, now: Date): Scope {
  const scope = emptyScope();
  for (const fact of insertableFacts(event.name)) {
    if (isFamily(fact)) placeMember(scope, fact.name.split('.').slice(0, -1), '', undefined);
    else place(scope, fact.name, factReader(fact.name)(event, facts, now));
  }
  for (const [key, value] of Object.entries(facts.contact?.attributes ?? {})) {
    placeMember(scope, ['contact', 'attributes'], key, value);
  }
  for (const [key, value] of 'details' in event.payload ? Object.entries(event.payload.details) : []) {
    placeMember(scope, ['identity', 'details'], key, value);
  }
  for (const [key, value] of Object.entries(facts.flow?.variables ?? {})) {
    placeMember(scope, ['flow'], key, value);
  }
  place(scope, 'brand.name', facts.brand.name);
  place(scope, 'brand.helpContact', facts.brand.helpContact);
  place(scope, 'now', Number.isNaN(now.getTime()) ? undefined : now.toISOString());
  return scope;
}

function place(scope: Scope, path: string, value: FactValue | undefined): void {
  const names = path.split('.');
  const last = names.pop();
  if (last !== undefined) placeMember(scope, names, last, value);
}

function placeMember(
  scope: Scope,
  parents: readonly string[],
  key: string,
  value: FactValue | undefined,
): void {
  let branch = scope;
  for (const name of parents) {
    const next = branch[name];
    branch = isScope(next) ? next : (branch[name] = emptyScope());
  }
  if (value !== undefined) branch[key] = value;
}

function emptyScope(): Scope {
  const scope: Scope = {};
  Object.setPrototypeOf(scope, null);
  return scope;
}

function isScope(value: FactValue | Scope | undefined): value is Scope {
  return typeof value === 'object' && !Array.isArray(value);
}
