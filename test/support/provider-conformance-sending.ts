import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNELS } from '../../src/messaging/channel.js';
import type { Provider, ProviderAnswer } from '../../src/messaging/provider.js';
import type { SendFailure, SendOutcome } from '../../src/messaging/send-failure.js';
import { anyJson, anyText, spoiltVersions, textsWithin } from './hostile-values.js';
import { jsonAnswer, textAnswer, type ConformanceSamples } from './provider-samples.js';

const MAX_DETAIL_LENGTH = 1000;
const ATTEMPTED_AT = new Date('2026-04-10T12:00:00Z');
const HEADER_TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Sending: what the calls look like, and that every answer becomes an outcome, never an accident. */
export function describeSending(provider: Provider, samples: ConformanceSamples): void {
  describe('its send calls', () => describeRequests(provider, samples));
  describe('its answers', () => describeAnswers(provider, samples));
  if (provider.lookup !== undefined) {
    describe('its history', () => describeLookup(provider, samples));
  }
}

function describeRequests(provider: Provider, samples: ConformanceSamples): void {
  const { messages, account } = samples;
  describe.each(messages.map((message) => [message.channel, message] as const))(
    'on %s',
    (_channel, message) => {
      const request = provider.sendRequest(message, account);

      it('go to the configured address, with or without a slash at its end', () => {
        expect(request.url.startsWith(`${account.baseUrl}/`)).toBe(true);
        expect(new URL(request.url).pathname).not.toContain('//');
        expect(provider.sendRequest(message, { ...account, baseUrl: `${account.baseUrl}/` })).toEqual(
          request,
        );
      });

      it('are JSON', () => {
        expect(request.method).toBe('POST');
        expect(headerOf(request.headers, 'content-type')).toMatch(/^application\/json\b/);
        expect(() => JSON.parse(request.body ?? '')).not.toThrow();
      });

      it('carry the key in a header and nowhere else', () => {
        expect(request.url).not.toContain(account.apiKey);
        expect(request.body).not.toContain(account.apiKey);
        expect(Object.values(request.headers).filter((value) => value.includes(account.apiKey))).toHaveLength(
          1,
        );
      });

      it('name exactly one recipient', () => {
        const texts = textsWithin(JSON.parse(request.body ?? ''));
        expect(texts.filter((text) => text === message.to.value)).toHaveLength(1);
      });

      it('are the same each time', () => {
        expect(provider.sendRequest(message, account)).toEqual(request);
      });

      it('carry any text as it is, and let it change nothing else', () => {
        fc.assert(
          fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
            const other = provider.sendRequest({ ...message, text }, account);
            expect(textsWithin(JSON.parse(other.body ?? ''))).toContain(text);
            expect({ ...other, body: undefined }).toEqual({ ...request, body: undefined });
          }),
        );
      });

      it('stay well formed whatever the addresses and references hold', () => {
        fc.assert(
          fc.property(anyText, anyText, anyText, (to, from, reference) => {
            const hostile = provider.sendRequest(
              {
                ...message,
                to: { kind: 'opaque', value: to, canonical: to },
                from: { kind: 'opaque', value: from, canonical: from },
                subject: reference,
                inReplyTo: reference,
              },
              account,
            );
            expect(new URL(hostile.url).origin).toBe(new URL(account.baseUrl).origin);
            for (const value of Object.values(hostile.headers)) expect(value).toMatch(HEADER_TEXT);
          }),
        );
      });
    },
  );

  if (provider.templateChannels !== undefined) describeTemplates(provider, samples);

  it('exist for no channel that the provider does not have', () => {
    const [message] = messages;
    if (message === undefined) throw new Error('the samples hold no message');
    for (const channel of CHANNELS.filter((name) => !provider.channels.includes(name))) {
      expect(() => provider.sendRequest({ ...message, channel }, account)).toThrow(channel);
    }
  });
}

/** A template is another call, or another content of the same one: never the text, and never a second message. */
function describeTemplates(
  provider: Provider,
  { messages, account, template }: Pick<ConformanceSamples, 'messages' | 'account' | 'template'>,
): void {
  const templated = messages.filter(({ channel }) => provider.templateChannels?.includes(channel));

  it('come with a sample template', () => {
    expect(template).toBeDefined();
    expect(templated).not.toEqual([]);
  });

  it.each(templated)(
    'send a template on $channel: its name, language and parameters, and not the text',
    (message) => {
      const request = provider.sendRequest({ ...message, ...(template && { template }) }, account);
      const texts = textsWithin(JSON.parse(request.body ?? ''));
      const parameters = Object.entries(template?.parameters ?? {}).flat();
      expect(texts).toEqual(expect.arrayContaining([template?.name, template?.language, ...parameters]));
      expect(texts).not.toContain(message.text);
      expect(texts.filter((text) => text === message.to.value)).toHaveLength(1);
      expect(request.url.startsWith(`${account.baseUrl}/`)).toBe(true);
      expect(request.body).not.toContain(account.apiKey);
    },
  );

  it.each(templated)('stay well formed whatever a template on $channel holds', (message) => {
    fc.assert(
      fc.property(anyText, anyText, fc.dictionary(anyText, anyText), (name, language, parameters) => {
        const request = provider.sendRequest(
          { ...message, template: { name, language, parameters } },
          account,
        );
        expect(new URL(request.url).origin).toBe(new URL(account.baseUrl).origin);
        expect(() => JSON.parse(request.body ?? '')).not.toThrow();
      }),
    );
  });
}

function describeAnswers(provider: Provider, { accepted, refused }: ConformanceSamples): void {
  const read = (answer: ProviderAnswer): SendOutcome => {
    const outcome = provider.readSendAnswer(answer);
    expectSound(outcome);
    return outcome;
  };
  const failureOf = (answer: ProviderAnswer): SendFailure | undefined => {
    const outcome = read(answer);
    return outcome.kind === 'failed' ? outcome.failure : undefined;
  };
  const anyBody = fc.oneof(
    anyJson.map((json) => ({ json, bodyText: JSON.stringify(json) })),
    anyText.map((bodyText) => ({ json: undefined, bodyText })),
  );

  it('accepts what the provider accepted, under the provider’s id', () => {
    for (const { answer, providerMessageId } of accepted) {
      const expected: SendOutcome =
        providerMessageId === undefined ? { kind: 'accepted' } : { kind: 'accepted', providerMessageId };
      expect(read(answer)).toEqual(expected);
    }
  });

  it.each(refused.map((sample) => [sample.name, sample] as const))(
    'understands %s',
    (_name, { answer, failure }) => {
      expect(failureOf(answer)?.kind).toBe(failure);
    },
  );

  it('accepts nothing but a 2xx, whatever the body says', () => {
    const bodies = [
      ...accepted.map((sample) => sample.answer),
      textAnswer(0, ''),
      textAnswer(0, '<html>Bad Gateway</html>'),
    ];
    for (let status = 100; status <= 599; status += 1) {
      if (status >= 200 && status <= 299) continue;
      for (const body of bodies) expect(read({ ...body, status }).kind).toBe('failed');
    }
  });

  it('stands any status with any body', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), anyBody, (status, body) => {
        const outcome = read({ status, headers: {}, ...body });
        if (status < 200 || status > 299) expect(outcome.kind).toBe('failed');
      }),
    );
  });

  it('stands its own answers with any member missing or of another type', () => {
    for (const { answer } of [...accepted, ...refused]) {
      for (const { value } of spoiltVersions(answer.json)) read(jsonAnswer(answer.status, value));
    }
  });

  it('waits when told to slow down, as long as the provider says', () => {
    fc.assert(
      fc.property(anyBody, (body) =>
        expect(failureOf({ status: 429, headers: {}, ...body })?.kind).toBe('throttled'),
      ),
    );
    expect(failureOf(textAnswer(429, '', { 'retry-after': '7' }))).toMatchObject({ retryAfterMs: 7000 });
    expect(failureOf(textAnswer(429, '', { 'retry-after': 'soon' }))).not.toHaveProperty('retryAfterMs');
    const inHalfAMinute = {
      date: 'Fri, 10 Apr 2026 12:00:00 GMT',
      'retry-after': 'Fri, 10 Apr 2026 12:00:30 GMT',
    };
    expect(failureOf(textAnswer(429, '', inHalfAMinute))).toMatchObject({ retryAfterMs: 30_000 });
  });

  it('blames the account when the key is refused', () => {
    fc.assert(
      fc.property(anyBody, (body) =>
        expect(failureOf({ status: 401, headers: {}, ...body })?.kind).toBe('misconfigured'),
      ),
    );
  });

  it('does not know what became of a message when the provider broke', () => {
    const status = fc.integer({ min: 500, max: 599 });
    fc.assert(
      fc.property(status, anyBody, (code, body) =>
        expect(failureOf({ status: code, headers: {}, ...body })?.kind).toBe('uncertain'),
      ),
    );
  });
}

function describeLookup(provider: Provider, { messages, account }: ConformanceSamples): void {
  const subjects = messages.map((message) => ({ message, attemptedAt: ATTEMPTED_AT }));

  it('is asked without the key in the address', () => {
    for (const subject of subjects) {
      const request = provider.lookup?.request(subject, account);
      if (request === undefined) continue;
      expect(request.method).toBe('GET');
      expect(request.url.startsWith(`${account.baseUrl}/`)).toBe(true);
      expect(request.url).not.toContain(account.apiKey);
    }
  });

  it('proves nothing by an answer that is not its own', () => {
    const subject = fc.constantFrom(...subjects);
    fc.assert(
      fc.property(subject, fc.integer({ min: 100, max: 599 }), anyJson, (asked, status, json) => {
        expect(provider.lookup?.read(jsonAnswer(status, json), asked).kind).not.toBe('found');
      }),
    );
  });

  it('has no answer when the provider gave none', () => {
    for (const subject of subjects) {
      for (const answer of [
        textAnswer(502, '<html>'),
        jsonAnswer(401, {}),
        textAnswer(200, 'OK'),
        jsonAnswer(429, {}),
      ]) {
        expect(provider.lookup?.read(answer, subject).kind).toBe('no_answer');
      }
    }
  });
}

/** An outcome can be stored and shown: a short sentence, an id that is a text, a link that is no script. */
function expectSound(outcome: SendOutcome): void {
  if (outcome.kind === 'accepted') {
    expect(outcome.providerMessageId).not.toBe('');
    expect(outcome.providerMessageId?.includes('\u0000') ?? false).toBe(false);
    return;
  }
  const { failure } = outcome;
  expect(failure.detail).not.toBe('');
  expect(failure.detail.length).toBeLessThanOrEqual(MAX_DETAIL_LENGTH);
  expect(textsWithin(failure).every((text) => !text.includes('\u0000') && text.isWellFormed())).toBe(true);
  if (failure.kind === 'throttled' && failure.retryAfterMs !== undefined) {
    expect(failure.retryAfterMs).toBeGreaterThanOrEqual(0);
    expect(failure.retryAfterMs).toBeLessThanOrEqual(3_600_000);
  }
  if (failure.kind === 'misconfigured' && failure.actionUrl !== undefined) {
    expect(new URL(failure.actionUrl).protocol).toBe('https:');
  }
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
