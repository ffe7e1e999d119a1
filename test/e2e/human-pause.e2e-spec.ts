import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startHeed, type TestHeed } from '../support/heed-app.js';
import {
  addRule,
  answering,
  fillBuckets,
  holdBack,
  letGo,
  newCustomer,
  says,
  settled,
  storiesOf,
  storyWith,
} from '../support/outbound.js';
import {
  changeReplySettings,
  decisionsOn,
  forgetRules,
  lastSentence,
  pauseOf,
  sendsByHand,
  textsTo,
  told,
} from '../support/replies.js';

let heed: TestHeed;

beforeAll(async () => {
  heed = await startHeed();
});

afterAll(async () => {
  await heed.close();
});

beforeEach(async () => {
  await fillBuckets(heed);
  await forgetRules(heed);
});

describe('I3 and I5: what is no message of a customer', () => {
  it('I3: a delivery status starts no reply unless a rule asks for it', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('integify');
    await told(heed, customer, 'ping', 'integify');
    await storyWith(heed, customer, 'delivered');
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual(['hello']);
  });

  it('I5: a message that a person sends starts no reply', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await sendsByHand(heed, customer, 'Your table is ready.');
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual(['Your table is ready.']);
  });
});

describe('I4 and D15: the bot is quiet while a person speaks', () => {
  it('I4: a person’s message pauses the conversation, with an end that everybody sees', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await told(heed, customer, 'ping');
    await sendsByHand(heed, customer, 'Hi, I am Ada. How can I help?');
    await told(heed, customer, 'My order is late');
    expect(textsTo(heed, customer)).toEqual(['hello', 'Hi, I am Ada. How can I help?']);
    expect(await lastSentence(heed, customer)).toMatch(
      /^No reply: the conversation is paused until .* UTC \(A person answered\)\.$/,
    );
    const { pausedUntil } = await pauseOf(heed, customer);
    const hours = ((pausedUntil?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it('I4: it does so where there was no conversation yet', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await sendsByHand(heed, customer, 'Your table is ready.');
    await told(heed, customer, 'Thank you');
    expect(textsTo(heed, customer)).toEqual(['Your table is ready.']);
    expect((await decisionsOn(heed, customer)).at(-1)).toMatchObject({ verdict: 'paused' });
  });

  it('I4: a reply that was queued before the person spoke does not leave after it', async () => {
    await addRule(heed, answering('hello'));
    const customer = newCustomer('contiguity');
    await holdBack(heed, 'contiguity');
    await says(heed, 'contiguity', 'sms', customer, 'ping');
    await eventually(async () => expect(await storiesOf(heed, customer)).toHaveLength(1));
    await sendsByHand(heed, customer, 'Hi, I am Ada.');
    await letGo(heed, 'contiguity');
    await settled(heed);
    expect(textsTo(heed, customer)).toEqual(['Hi, I am Ada.']);
  });

  it('D15: STOP is honoured and confirmed during the pause', async () => {
    const customer = newCustomer('contiguity');
    await sendsByHand(heed, customer, 'Hi, I am Ada.');
    await settled(heed);
    await told(heed, customer, 'STOP');
    expect(textsTo(heed, customer)).toEqual(['Hi, I am Ada.', expect.stringContaining('unsubscribed')]);
  });

  it('D15: the settings say how long, and whether in all of the contact’s conversations', async () => {
    await addRule(heed, answering('hello'));
    const everywhere = newCustomer('contiguity');
    await told(heed, everywhere, 'ping', 'connectly');
    await changeReplySettings(heed, { humanPause: { length: 'PT1H', scope: 'contact' } });
    await sendsByHand(heed, everywhere, 'Hi, I am Ada.');
    await told(heed, everywhere, 'and here?', 'connectly');
    expect(textsTo(heed, everywhere)).toEqual(['hello', 'Hi, I am Ada.']);

    await changeReplySettings(heed, { humanPause: { length: null } });
    const nowhere = newCustomer('contiguity');
    await sendsByHand(heed, nowhere, 'Hi, I am Ada.');
    await told(heed, nowhere, 'ping');
    expect(textsTo(heed, nowhere)).toEqual(['Hi, I am Ada.', 'hello']);
  });
});
