import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROVIDER_NAMES, type Provider, type ProviderName } from '../../src/messaging/provider.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { PROVIDERS } from '../../src/providers/registry.js';
import { addConnection } from '../support/connections.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import { postRaw, type RawResponse } from '../support/raw-request.js';

const OLD_SECRET = 'whsec_the_old_secret_5f1d';
const NEW_SECRET = 'whsec_the_new_secret_77ab';
const REFUSAL = JSON.stringify({ error: 'The signature is missing or wrong.' });

/** Where in the header's value the digest stands. */
const DIGESTS: Readonly<Record<ProviderName, RegExp>> = {
  contiguity: /[0-9a-f]{64}$/,
  integify: /[0-9a-f]{64}$/,
  connectly: /^.{44}$/,
};

type Signature = { readonly header: string; readonly value: string };

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
  for (const provider of PROVIDER_NAMES) {
    await addConnection(heed, provider, 'rotating', { webhookSecrets: [OLD_SECRET, NEW_SECRET] });
    await addConnection(heed, provider, 'without-secret', { webhookSecrets: [] });
    await addConnection(heed, provider, 'strict', {
      webhookSecrets: [NEW_SECRET],
      settings: { strictTimestamps: true },
    });
  }
});

afterAll(async () => {
  await heed.close();
});

function sign(provider: Provider, body: string, secret: string, at = new Date()): Signature {
  const [entry] = Object.entries(provider.sign(Buffer.from(body), secret, at));
  if (entry === undefined) throw new Error(`${provider.name} signs nothing.`);
  return { header: entry[0], value: entry[1] };
}

function withDigest(provider: Provider, value: string, change: (digest: string) => string): string {
  expect(value).toMatch(DIGESTS[provider.name]);
  return value.replace(DIGESTS[provider.name], change);
}

/** A new event each time: nothing of one test is a duplicate of another's. */
function freshBody(): string {
  return JSON.stringify({ id: newId(), type: 'nothing.we.know', topic: newId() });
}

async function post(
  provider: Provider,
  connection: string,
  body: string,
  headers: readonly (readonly [string, string])[],
): Promise<RawResponse> {
  return postRaw(`${heed.url}/webhooks/${provider.name}/${connection}`, body, headers);
}

async function storedRows(): Promise<number> {
  const { rows } = await heed.database.query(
    'select (select count(*) from inbox_entry) + (select count(*) from inbox_key) as rows',
  );
  return Number(rows[0].rows);
}

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))(
  'a webhook of %s',
  (_name, provider) => {
    const wrongValues: readonly [string, (right: string, foreign: string) => string][] = [
      ['of a secret that is not ours', (_right, foreign) => foreign],
      ['that is a character short', (right) => withDigest(provider, right, (digest) => digest.slice(0, -1))],
      ['that is half as long', (right) => withDigest(provider, right, (digest) => digest.slice(0, 32))],
      ['that is twice as long', (right) => withDigest(provider, right, (digest) => digest + digest)],
      ['without a digest', (right) => withDigest(provider, right, () => '')],
      ['of no alphabet', (right) => withDigest(provider, right, (digest) => '?'.repeat(digest.length))],
      ['that goes on after the digest', (right) => withDigest(provider, right, (digest) => `${digest}zz`)],
      ['that is empty', () => ''],
      ['that is junk', () => 'junk'],
      ['in a list', (right) => `${right}, ${right}`],
    ];

    it.each(wrongValues)('with a signature %s is refused, and leaves no row', async (_what, spoil) => {
      const body = freshBody();
      const { header, value } = sign(provider, body, NEW_SECRET);
      const foreign = sign(provider, body, 'whsec_somebody_elses').value;
      const before = await storedRows();
      const answer = await post(provider, 'rotating', body, [[header, spoil(value, foreign)]]);
      expect(answer).toMatchObject({ status: 401, body: REFUSAL });
      expect(await storedRows()).toBe(before);
    });

    it('without the header, and with the right header twice, is refused in the same words', async () => {
      const body = freshBody();
      const { header, value } = sign(provider, body, NEW_SECRET);
      const before = await storedRows();
      const twice: readonly (readonly [string, string])[] = [
        [header, value],
        [header, value],
      ];
      expect(await post(provider, 'rotating', body, [])).toMatchObject({ status: 401, body: REFUSAL });
      expect(await post(provider, 'rotating', body, twice)).toMatchObject({ status: 401, body: REFUSAL });
      expect(await storedRows()).toBe(before);
    });

    it('is refused when one byte of its body is another', async () => {
      const body = freshBody();
      const { header, value } = sign(provider, body, NEW_SECRET);
      const answer = await post(provider, 'rotating', `${body} `, [[header, value]]);
      expect(answer).toMatchObject({ status: 401, body: REFUSAL });
    });

    it('is refused by a connection that has no secret, even when it is signed with an empty one', async () => {
      const body = freshBody();
      const before = await storedRows();
      for (const secret of [NEW_SECRET, '']) {
        const { header, value } = sign(provider, body, secret);
        const answer = await post(provider, 'without-secret', body, [[header, value]]);
        expect(answer).toMatchObject({ status: 401, body: REFUSAL });
      }
      expect(await storedRows()).toBe(before);
    });

    it('is accepted under the old and under the new secret while both are in force', async () => {
      for (const secret of [OLD_SECRET, NEW_SECRET]) {
        const body = freshBody();
        const { header, value } = sign(provider, body, secret);
        const answer = await post(provider, 'rotating', body, [[header, value]]);
        expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
        const { rows } = await heed.database.query('select raw_body from inbox_entry where id = $1', [
          answer.headers['x-heed-event-id'],
        ]);
        expect(String(rows[0].raw_body)).toBe(body);
      }
    });

    it(`${provider.name === 'connectly' ? 'does not take' : 'takes'} a digest in capitals for the same`, async () => {
      const body = freshBody();
      const { header, value } = sign(provider, body, NEW_SECRET);
      const inCapitals = withDigest(provider, value, (digest) => digest.toUpperCase());
      const { status } = await post(provider, 'rotating', body, [[header, inCapitals]]);
      // Capitals are the same hexadecimal digits, and other digits in base64.
      expect(status).toBe(provider.name === 'connectly' ? 401 : 200);
    });
  },
);

describe('the time that Contiguity signs', () => {
  const contiguity = providerCalled('contiguity');
  // Beyond the 300 s of tolerance by more than this test may take.
  const offsetsMs = [-330_000, 330_000];

  async function postFrom(connection: string, offsetMs: number): Promise<RawResponse> {
    const body = freshBody();
    const { header, value } = sign(contiguity, body, NEW_SECRET, new Date(Date.now() + offsetMs));
    return post(contiguity, connection, body, [[header, value]]);
  }

  async function isStale(answer: RawResponse): Promise<boolean> {
    const { rows } = await heed.database.query('select is_stale from inbox_entry where id = $1', [
      answer.headers['x-heed-event-id'],
    ]);
    return rows[0].is_stale;
  }

  it.each(offsetsMs)('marks a webhook that is off by %i ms as stale, and keeps it', async (offsetMs) => {
    const answer = await postFrom('rotating', offsetMs);
    expect(answer.status).toBe(200);
    expect(await isStale(answer)).toBe(true);
  });

  it.each(offsetsMs)('makes a strict connection refuse a webhook that is off by %i ms', async (offsetMs) => {
    const before = await storedRows();
    expect(await postFrom('strict', offsetMs)).toMatchObject({ status: 401, body: REFUSAL });
    expect(await storedRows()).toBe(before);
  });

  it('is of no account within the tolerance, strict or not', async () => {
    for (const connection of ['rotating', 'strict']) {
      const answer = await postFrom(connection, -200_000);
      expect(answer.status).toBe(200);
      expect(await isStale(answer)).toBe(false);
    }
  });
});

describe('an address that names no connection', () => {
  it.each([
    '/webhooks/nobody',
    '/webhooks/integify/nobody',
    '/webhooks/__proto__',
    '/webhooks/integify/__proto__',
  ])('is not found: %s', async (path) => {
    const body = freshBody();
    const { header, value } = sign(providerCalled('integify'), body, NEW_SECRET);
    const before = await storedRows();
    const answer = await postRaw(`${heed.url}${path}`, body, [[header, value]]);
    expect(answer.status).toBe(404);
    expect(await storedRows()).toBe(before);
  });
});

function providerCalled(name: ProviderName): Provider {
  const provider = PROVIDERS.find((candidate) => candidate.name === name);
  if (provider === undefined) throw new Error(`There is no provider ${name}.`);
  return provider;
}
