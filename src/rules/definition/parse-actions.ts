import type { DomainEventName } from '../../events/domain-events.js';
import { templateProblems } from '../replies/template.js';
import type { Place } from './definition-problems.js';
import { readList, readObject, readText } from './definition-readers.js';
import type { RuleAction } from './rule-definition.js';

const MAX_TEMPLATE_LENGTH = 4_000;
const MAX_TAG_LENGTH = 64;
const MAX_ACTIONS = 10;

/** Reads `then`. Without an `event` (it was refused already) the templates' facts are not held against it. */
export function readActions(
  json: unknown,
  place: Place,
  event: DomainEventName | undefined,
): readonly RuleAction[] | undefined {
  const actions = readList(json, place, { min: 1, max: MAX_ACTIONS }, (each, at) =>
    readAction(each, at, event),
  );
  if (actions !== undefined && actions.filter((action) => 'reply' in action).length > 1) {
    place.refuse('A rule replies once; put the texts together, or make a second rule.');
  }
  return actions;
}

function readAction(json: unknown, place: Place, event: DomainEventName | undefined): RuleAction | undefined {
  const object = readObject(json, place, ['reply', 'tag']);
  if (object === undefined) return undefined;
  const keys = Object.keys(object);
  if (keys.length !== 1) {
    place.refuse('An action is one of {"reply": {"text": …}} and {"tag": …}.');
    return undefined;
  }
  if (keys[0] === 'tag') {
    const tag = readText(object['tag'], place.at('tag'), MAX_TAG_LENGTH);
    return tag === undefined ? undefined : { tag: tag.trim() };
  }
  return keys[0] === 'reply' ? readReply(object['reply'], place.at('reply'), event) : undefined;
}

function readReply(json: unknown, place: Place, event: DomainEventName | undefined): RuleAction | undefined {
  const object = readObject(json, place, ['text']);
  if (object === undefined) return undefined;
  const text = readText(object['text'], place.at('text'), MAX_TEMPLATE_LENGTH);
  if (text === undefined) return undefined;
  for (const problem of event === undefined ? [] : templateProblems(text, event))
    place.at('text').refuse(problem);
  return { reply: { text } };
}
