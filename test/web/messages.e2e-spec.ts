import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

const HOSTILE = `<img src=x onerror="document.title='taken over'"> <script>document.title='taken over'</script> مرحبا 👩‍👧 `;

let heed: PageTest;

beforeAll(async () => {
  if (hasChromium) heed = await startPage();
}, 60_000);

afterAll(async () => {
  if (hasChromium) await heed.close();
});

/** The first message of a handset that says this; waits until it is there. */
function bubble(page: Page, words: string) {
  return page.locator('.bubble', { hasText: words }).first();
}

async function openPhone(number: string, isPhone = false): Promise<Page> {
  const page = await heed.open({ isPhone });
  await page.goto('/phone');
  await page.getByLabel('Your number').fill(number);
  await page.getByLabel('Your number').press('Enter');
  return page;
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your message').fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

(hasChromium ? describe : describe.skip)('messages on the page', () => {
  it('shows a newcomer the whole road: the phone, the reply that arrives, and why', async () => {
    const page = await openPhone('+2207000001');
    await page.getByRole('button', { name: 'what are your hours?' }).click();
    await bubble(page, 'We are open 9-17').getByText('delivered').waitFor();
    await bubble(page, 'what are your hours?').getByText('replied').waitFor();
    await expectAccessible(page);

    await bubble(page, 'what are your hours?').getByRole('link', { name: /^Why/ }).click();
    await page.getByText('Replied: rule "Opening hours" matched.').first().waitFor();
    for (const stretch of ['Received', 'Verified', 'Compliance', 'Rules', 'Rendered', 'Permit', 'Delivery']) {
      await page.getByRole('heading', { name: stretch, exact: true }).waitFor();
    }
    expect(await page.getByText('message.text word').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Check the decision' }).click();
    await page.getByText('The same decision again').waitFor();
    await page.getByRole('button', { name: 'Try it with today’s rules' }).click();
    await page.getByText('Nothing was stored or sent.').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Make a test case' }).click();
    await page.getByRole('button', { name: 'Show the test' }).click();
    await page.getByRole('button', { name: 'Add it to the rule' }).click();
    await page.getByText(/“Opening hours” has the test since revision 2/).waitFor();
  });

  it('honours a STOP from the phone, and says so to whoever wants to write by hand', async () => {
    const page = await openPhone('+2207000002');
    await page.getByRole('button', { name: 'STOP', exact: true }).click();
    await bubble(page, 'unsubscribed').waitFor();
    await say(page, 'what are your hours?');
    await bubble(page, 'what are your hours?').getByText('suppressed').waitFor();

    await page.goto('/conversations?q=7000002');
    await page.getByRole('link', { name: '+2207000002' }).click();
    await page.getByText('This customer has opted out').waitFor();
    expect(await page.getByLabel('Your reply').count()).toBe(0);
    await expectAccessible(page);
  });

  it('lets a person take a conversation over, and give it back', async () => {
    const customer = await openPhone('+2207000003');
    await say(customer, 'hi');
    await bubble(customer, 'Ask us about our hours').waitFor();

    const page = await heed.open();
    await page.goto('/conversations?q=7000003');
    await page.getByRole('link', { name: '+2207000003' }).click();
    await page.getByRole('link', { name: 'Rule Greeting' }).waitFor();
    await page.getByLabel('Your reply').fill('This is a colleague.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await bubble(customer, 'This is a colleague.').waitFor();
    await page.getByText(/^With a person for/).waitFor();
    await say(customer, 'what are your hours?');
    await bubble(customer, 'what are your hours?').getByText('paused').waitFor();

    await page.getByRole('button', { name: 'Let rules answer again' }).click();
    await page.getByText('Rules answer in this conversation.').waitFor();
  });

  it('tells of each decision as it is made, and leads to its reasons', async () => {
    const page = await heed.open();
    await page.goto('/live');
    await page.getByText('Live', { exact: true }).last().waitFor();
    const customer = await openPhone('+2207000004');
    await say(customer, 'how much is a delivery?');
    const line = page.getByRole('row', { name: /how much is a delivery/ });
    await line.waitFor();
    await page.getByLabel('Verdict').selectOption('replied');
    await page.getByLabel('Words').fill('+2207000004');
    expect(await page.getByRole('row').count()).toBe(2);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await say(customer, 'how much is it?');
    await page.getByText(/Paused, \d+ new/).waitFor();
    await line.getByRole('link').click();
    await page.getByRole('heading', { name: 'Why?' }).waitFor();
  });

  it('shows hostile words as words, clipped, on a phone too', async () => {
    const page = await openPhone('+2207000005', true);
    await say(page, HOSTILE + 'x'.repeat(2_000));
    await bubble(page, '<script>').getByRole('link', { name: /^Why/ }).click();
    await page.getByRole('heading', { name: 'Why?' }).waitFor();
    await page.getByRole('button', { name: /Show all/ }).click();
    expect(await page.title()).toBe('Why? · Heed');
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.goto('/messages?direction=inbound');
    await page
      .getByRole('link', { name: /<script>/ })
      .first()
      .waitFor();
    expect(await page.title()).toBe('Messages · Heed');
    await expectAccessible(page);
  });

  it('sums up on the overview what happened, and what needs a person', async () => {
    const page = await heed.open();
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
    await page.getByRole('link', { name: 'Opt-outs' }).waitFor();
    await page.getByText('Integify').waitFor();
    await expectAccessible(page);
  });
});
