import { describe, expect, it } from '@jest/globals';
import type { MessageReceived } from '../../events/domain-events.js';
import { languageOf } from './message-language.js';

function message(text: string): MessageReceived {
  return { channel: 'sms', from: '+2207654321', text, attachments: [], isAutomatic: false };
}

describe('the language of a message', () => {
  it.each([
    ['what are your opening hours?', 'en'],
    ["bonjour, à quelle heure est-ce que vous ouvrez aujourd'hui ?", 'fr'],
    ['hola, ¿a qué hora abren mañana por la mañana?', 'es'],
    ['привет, когда вы сегодня открыты?', 'ru'],
    ['متى تفتحون المتجر يوم السبت؟', 'ar'],
  ])('of %j is %s', (text, expected) => {
    expect(languageOf(message(text))).toBe(expected);
  });

  it.each(['', 'ok', 'merci', 'info', '12345678901234567890', '👍👍👍👍👍👍👍👍👍👍👍👍'])(
    'is not guessed at for %j',
    (text) => {
      expect(languageOf(message(text))).toBeUndefined();
    },
  );

  it('is the same each time, and that of the beginning of a long one', () => {
    const long = message('where can I park my car near your shop? '.repeat(1_000));
    expect([languageOf(long), languageOf(long), languageOf({ ...long })]).toEqual(['en', 'en', 'en']);
  });
});
