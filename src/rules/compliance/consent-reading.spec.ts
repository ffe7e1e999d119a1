import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNELS } from '../../messaging/channel.js';
import { classify } from './classify.js';
import { readConsent } from './consent-reading.js';

const ORDINARY = 'Could you tell me whether my parcel has left?\n\nAda';
const QUOTED = '\n\nOn Fri, Apr 10, 2026 at 12:00 PM Acme <shop@acme.example> wrote:\n> Unsubscribe';

function mail(subject: string, text = '') {
  return readConsent({ channel: 'email', subject, text }).meaning.class;
}

describe('an e-mail', () => {
  it.each(['Unsubscribe', 'STOP', 'abmelden', 'Please remove me from your mailing list', 'unsubscribe me!'])(
    'whose subject is %j opts out, whatever its text says',
    (subject) => {
      expect(mail(subject)).toBe('opt_out');
      expect(mail(subject, ORDINARY)).toBe('opt_out');
      expect(mail(subject, 'Thanks, Bob')).toBe('opt_out');
    },
  );

  it.each([
    'Re: Unsubscribe',
    'RE: unsubscribe',
    'Fwd: STOP',
    'AW: WG: Abmelden',
    'Re[2]: stop',
    'Re : Stop',
  ])('whose subject is %j opts out', (subject) => {
    expect(mail(subject)).toBe('opt_out');
    expect(mail(subject, QUOTED)).toBe('opt_out');
  });

  it('names the words of the subject as what was said, without the prefixes', () => {
    const reading = readConsent({ channel: 'email', subject: ' Re: Unsubscribe ', text: ORDINARY });
    expect(reading).toMatchObject({ text: 'Unsubscribe', meaning: { matchedSpan: 'unsubscribe' } });
  });

  it('opts out by its text under any subject', () => {
    expect(mail('Re: News of April', `STOP${QUOTED}`)).toBe('opt_out');
    expect(mail('Help', 'please stop sending me these')).toBe('opt_out');
    expect(mail('START', 'unsubscribe')).toBe('opt_out');
  });

  it.each([
    'STOP\n\nBest,\nBob Smith',
    'Hello Acme team,\n\nUnsubscribe\n\nAda Lovelace\nExample Ltd',
    'Abmelden\nAda',
  ])('opts out by a keyword alone on one of its first lines: %j', (text) => {
    expect(mail('News', text)).toBe('opt_out');
  });

  it('is not about consent because of a word in the title of its thread, in its quotation or in its signature', () => {
    expect(mail('Re: How to unsubscribe', ORDINARY)).toBe('none');
    expect(mail('Re: News', ORDINARY + QUOTED)).toBe('none');
    expect(mail('Opening hours', `${ORDINARY}\n-- \nSTOP`)).toBe('none');
    expect(mail('My order', 'One\ntwo\nthree\nfour\nstop\nsix')).toBe(
      classify('One\ntwo\nthree\nfour\nstop\nsix').class,
    );
  });

  it('takes a START in the text for newer than the title of the thread, and for weaker than a title of their own', () => {
    expect(mail('Re: Unsubscribe', `START${QUOTED}`)).toBe('opt_in');
    expect(mail('Unsubscribe', 'START')).toBe('opt_out');
  });

  it('is a request for help by its subject only when nothing else is said', () => {
    expect(mail('HELP')).toBe('help');
    expect(mail('Help', ORDINARY)).toBe('none');
  });

  it('opts nobody in by its subject', () => {
    expect(mail('START')).toBe('none');
    expect(mail('Subscribe', 'Thanks')).toBe('none');
  });

  it('never means less than its text alone, whatever the subject', () => {
    const words = fc.constantFrom('STOP', 'START', 'HELP', 'no thanks', 'hello', '', ORDINARY);
    const RANK = ['none', 'opt_in', 'help', 'hold', 'opt_out'];
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), words, (subject, text) => {
        expect(RANK.indexOf(mail(subject, text))).toBeGreaterThanOrEqual(RANK.indexOf(classify(text).class));
      }),
    );
  });
});

describe('any other message', () => {
  it('is read by its text alone', () => {
    for (const channel of CHANNELS.filter((name) => name !== 'email')) {
      const text = 'Best,\nSTOP\nBob';
      expect(readConsent({ channel, text, subject: 'unsubscribe' })).toEqual({
        text,
        meaning: classify(text),
      });
    }
  });
});
