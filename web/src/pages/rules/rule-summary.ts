import { asArray, asObject, asText, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { OPERATOR_WORDS } from './condition/operator-words.ts';

const MOST_PARTS = 3;
const LONGEST_WORDS = 60;
const LONGEST_ANSWER = 110;

/** Facts as people say them; of the others the name says enough. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  'message.text': 'the message',
  'time.now': 'the time',
  'contact.tags': 'the contact’s tags',
};

/** What a rule hears, in a line: `the message has the word “hours” or “open”`. Empty for a condition that always holds. */
export function heardBy(when: unknown): string {
  return said(when, false);
}

/** What a rule does, in a line: the first words of its reply, and what it does besides. */
export function answeredBy(then: unknown): string {
  return (asArray(then) ?? []).flatMap((action) => doneBy(asObject(action) ?? {})).join(', ');
}

function said(condition: unknown, isInner: boolean): string {
  const object = asObject(condition) ?? {};
  const [all, any] = [asArray(object['all']), asArray(object['any'])];
  if (all !== undefined) return joined(all, ' and ', isInner);
  if (any !== undefined) return joined(any, ' or ', isInner);
  if ('not' in object) {
    const inner = said(object['not'], true);
    if (inner === '') return '';
    return isInner ? `not (${inner})` : `unless ${inner}`;
  }
  const { fact, op, value } = object;
  const [name, operator] = [asText(fact), asText(op)];
  if (name === undefined || operator === undefined) return '';
  const words = Object.entries(OPERATOR_WORDS).find(([each]) => each === operator)?.[1] ?? operator;
  const asked = valueWords(value);
  return `${FACT_WORDS[name] ?? name} ${words}${asked === '' ? '' : ` ${asked}`}`;
}

function joined(parts: readonly unknown[], word: string, isInner: boolean): string {
  const told = parts.map((part) => said(part, true)).filter((part) => part !== '');
  const shown = told.slice(0, MOST_PARTS).join(word);
  const line = told.length > MOST_PARTS ? `${shown}${word}${told.length - MOST_PARTS} more` : shown;
  return isInner && told.length > 1 ? `(${line})` : line;
}

function valueWords(value: unknown): string {
  if (value === undefined) return '';
  const list = asArray(value) ?? [value];
  const told = list
    .slice(0, MOST_PARTS)
    .map((each) =>
      typeof each === 'string'
        ? `“${clipped(each, LONGEST_WORDS)}”`
        : clipped(JSON.stringify(each) ?? '', LONGEST_WORDS),
    );
  const more = list.length - told.length;
  if (more > 0) return `${told.join(', ')} or ${more} more`;
  return told.length > 1 ? `${told.slice(0, -1).join(', ')} or ${told.at(-1)}` : (told[0] ?? '');
}

function doneBy(action: JsonObject): readonly string[] {
  const [kind] = Object.keys(action);
  const value = kind === undefined ? undefined : action[kind];
  const object = asObject(value) ?? {};
  switch (kind) {
    case 'reply':
      return [replyWords(object)];
    case 'tag':
      return [`tags “${clipped(asText(value) ?? '', LONGEST_WORDS)}”`];
    case 'untag':
      return [`takes off the tag “${clipped(asText(value) ?? '', LONGEST_WORDS)}”`];
    case 'attribute':
      return [`sets ${clipped(asText(object['name']) ?? 'an attribute', LONGEST_WORDS)}`];
    case 'pause':
      return ['pauses automatic replies'];
    case 'handOver':
      return ['hands over to a person'];
    case 'send':
      return [`sends by ${asText(object['channel']) ?? 'another channel'}`];
    case 'webhook':
      return ['calls a webhook'];
    case 'model':
      return [object['mode'] === 'live' ? 'asks the language model' : 'asks the language model for a draft'];
    case 'startFlow':
      return [`starts the flow “${clipped(asText(value) ?? '', LONGEST_WORDS)}”`];
    case undefined:
      return [];
    default:
      return [kind];
  }
}

function replyWords(reply: JsonObject): string {
  const template = asText(reply['use']);
  if (template !== undefined) return `says the template “${clipped(template, LONGEST_WORDS)}”`;
  const variants = asArray(reply['variants']);
  const text = asText(reply['text']) ?? asText(variants?.[0]) ?? '';
  return `“${clipped(text, LONGEST_ANSWER)}”${variants === undefined ? '' : ` or ${variants.length - 1} more`}`;
}

function clipped(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line;
}
