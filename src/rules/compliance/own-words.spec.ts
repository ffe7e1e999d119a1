import { describe, expect, it } from '@jest/globals';
import { clean } from './fold.js';
import { ownWords } from './own-words.js';

const own = (text: string) => ownWords(clean(text));

describe('the words above a quotation', () => {
  it.each<[string, string]>([
    ['of Gmail', 'On Fri, Apr 10, 2026 at 12:00 PM Acme <shop@acme.example> wrote:\n> Reply STOP'],
    ['of Gmail, broken', 'On Fri, Apr 10, 2026 at 12:00 PM Acme Shop <shop@acme.example>\nwrote:\n\n> News'],
    [
      'of Gmail, broken in front of the address',
      'On Fri, Apr 10, 2026 at 12:00 PM Acme of Somewhere\n<shop@acme.example>\nwrote:\n> News',
    ],
    ['without an address, broken', 'On Apr 10, 2026, at 12:00, Acme Shop\nwrote:\n> News'],
    ['of Outlook', 'From: Acme <shop@acme.example>\nSent: Friday\nSubject: News\n\nOur offers'],
    ['of Outlook, in bold', '*From:* Acme <shop@acme.example>\n*Sent:* Friday\n\nOur offers'],
    ['of Outlook, below a line', '________________________________\nFrom: Acme\n\nOur offers'],
    ['in German', 'Von: Acme\r\nGesendet: Freitag, 10. April 2026 12:00\r\n\r\nUnsere Angebote'],
    ['in German, in bold', '**Von:** Acme\n**Gesendet:** Freitag\n\nUnsere Angebote'],
    ['in German, sender first', 'Acme <shop@acme.example> schrieb am Fr., 10. Apr. 2026, 12:00:\n\n> News'],
    ['in French, broken', 'Le ven. 10 avr. 2026 à 12:00, Acme <shop@acme.example> a\nécrit :\n> News'],
    ['in Swedish', 'Den fre 10 apr. 2026 kl 12:00 skrev Acme <shop@acme.example>:\n> News'],
    ['in Russian', 'пт, 10 апр. 2026 г. в 12:00, Acme <shop@acme.example>:\n> News'],
    ['in Japanese', '2026年4月10日(金) 12:00 Acme <shop@acme.example>:\n> News'],
    ['that was forwarded', '---------- Forwarded message ---------\nFrom: Acme\n\nOur offers'],
    ['forwarded by Apple', 'Begin forwarded message:\n\nOur offers'],
    ['and above a signature', '-- \nAda Lovelace\nStop by our shop'],
    ['and above the telephone’s name', 'Sent from my iPhone'],
  ])('%s', (_name, quotation) => {
    expect(own(`STOP\n\n${quotation}`)).toEqual({ kind: 'text', text: 'STOP' });
    expect(own(`STOP\n${quotation}`)).toEqual({ kind: 'text', text: 'STOP' });
  });

  it('are none where there is nothing but a quotation', () => {
    expect(own('> Reply STOP to end')).toEqual({ kind: 'quotation', text: '' });
    expect(own('On Fri, Apr 10, 2026 at 12:00 PM Acme <shop@acme.example> wrote:\n> STOP').kind).toBe(
      'quotation',
    );
  });

  it('stay whole where a line only looks like the beginning of a quotation', () => {
    for (const text of [
      'On Friday I\nwrote: stop',
      'See you at 12:00:\nstop',
      'Write to <me@mail.example>:\nstop',
    ])
      expect(own(text).text).toBe(text);
  });
});
