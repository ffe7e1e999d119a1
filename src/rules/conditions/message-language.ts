import type { MessageReceived } from '../../events/domain-events.js';
import { languageDetector } from './language-detector.js';

/** Below this, words such as "merci" and "info" are read as any language that knows them. */
const MIN_LETTERS = 10;
const LETTERS = /\p{L}/gu;
/** What the detector looks at by itself. */
const MAX_LENGTH = 1_000;

/** Each message is read once, however many rules ask. */
const known = new WeakMap<MessageReceived, string | undefined>();

/** The ISO 639-1 code of the language that a message is written in; `undefined` when it is too short or too mixed to tell. */
export function languageOf(message: MessageReceived): string | undefined {
  if (!known.has(message)) known.set(message, detect(message.text.slice(0, MAX_LENGTH)));
  return known.get(message);
}

function detect(text: string): string | undefined {
  if ((text.match(LETTERS)?.length ?? 0) < MIN_LETTERS) return undefined;
  const result = languageDetector().detect(text);
  return result.isReliable() && result.language !== '' ? result.language : undefined;
}
