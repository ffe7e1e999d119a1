import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

let heed: PageTest;
let page: Page;

beforeAll(async () => {
  if (!hasChromium) return;
  heed = await startPage();
  page = await heed.open();
});

afterAll(async () => {
  if (hasChromium) await heed.close();
});

/** A customer of the sandbox writes, and Heed has made up its mind about it. */
async function says(from: string, text: string, state: 'subscribed' | 'opted_out' | 'held'): Promise<void> {
  await heed.api('POST', '/sandbox/messages', { provider: 'integify', channel: 'sms', from, text });
  await eventually(async () => {
    const consent = await heed.api('GET', `/consent/${encodeURIComponent(from)}`);
    expect(consent['state']).toBe(state);
  });
}

async function giveReason(reason: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

(hasChromium ? describe : describe.skip)('the consent pages', () => {
  it('show a STOP with the entry that it made, and take an opt-in with a reason', async () => {
    await says('+2207654331', 'STOP', 'opted_out');
    await page.goto('/consent');
    await page.getByLabel('Number, e-mail address, or name').fill('+2207654331');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('heading', { level: 1, name: 'Consent of +2207654331' }).waitFor();
    await page.getByText('Nothing automatic is sent.').waitFor();
    await page.getByText('Opted out, by a message').nth(1).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Opt in', exact: true }).click();
    await giveReason('Asked for it in the shop.', 'Opt in');
    await page.getByText('Automatic messages may be sent.').waitFor();
    await page.getByText('Reason: Asked for it in the shop.').first().waitFor();
    expect(await heed.api('GET', '/consent/%2B2207654331')).toMatchObject({ state: 'subscribed' });
  });

  it('settle a held message, which is shown as the text that it is', async () => {
    const words = '<b>please</b> stop messaging me so late 😀';
    await says('+2207654332', words, 'held');
    await page.goto('/holds');
    await page.getByText(words).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Opt out +2207654332' }).click();
    await giveReason('They mean it.', 'Opt out');
    await page.getByText('Nothing to review').waitFor();
    expect(await heed.api('GET', '/consent/%2B2207654332')).toMatchObject({ state: 'opted_out' });
  });

  it('erase a person only behind their typed address', async () => {
    await heed.api('POST', '/consent/%2B2207654333', { action: 'opt_out', reason: 'Said so in the shop.' });
    await page.goto('/consent?address=%2B2207654333');
    await page.getByRole('button', { name: 'Erase…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('They asked for it by e-mail.');
    expect(await dialog.getByRole('button', { name: 'Erase for ever' }).isDisabled()).toBe(true);
    await dialog.getByLabel(/to confirm/).fill('+2207654333');
    await dialog.getByRole('button', { name: 'Erase for ever' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Erased.', { exact: true }).waitFor();
    await page.getByText('Nothing automatic is sent.').waitFor();
    expect(await page.getByText('Said so in the shop.').count()).toBe(0);
  });

  it('import nothing while a row is wrong, and everything after a look at what it would do', async () => {
    await page.goto('/consent/import');
    const list = page.getByLabel('The list');
    await list.fill(
      'address,state,at,reason\n+2207654334,opted_out,2026-04-10T12:00:00Z,STOP\n+2207654335,gone,,',
    );
    await page.getByLabel('Where it comes from').fill('the CRM');
    await page.getByLabel('Reason').fill('We move.');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText(/Line 3:/).waitFor();
    expect(await page.getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
    await list.fill('address,state,at,reason\n+2207654334,opted_out,2026-04-10T12:00:00Z,STOP');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText('This is what the import would do').waitFor();
    expect(await heed.api('GET', '/consent/%2B2207654334')).toMatchObject({ state: 'subscribed' });
    await page.getByRole('button', { name: 'Import one row' }).click();
    await page.getByText('The list is imported').waitFor();
    expect(await heed.api('GET', '/consent/%2B2207654334')).toMatchObject({ state: 'opted_out' });
    await expectAccessible(page);
  });

  it('prove the ledger', async () => {
    await page.goto('/ledger');
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('The ledger is intact').waitFor();
    await expectAccessible(page);
    await page.getByLabel('What').selectOption('Opt-outs');
    await page
      .getByText(/^Opted in/)
      .first()
      .waitFor({ state: 'detached' });
    await page
      .getByText(/^Opted out/)
      .first()
      .waitFor();
  });

  it('let a viewer look, and say what they may not do', async () => {
    const viewer = await invited('viewer');
    const theirs = await heed.open({ as: viewer });
    await theirs.goto('/consent?address=%2B2207654331');
    const optOut = theirs.getByRole('button', { name: 'Opt out', exact: true });
    await optOut.waitFor();
    expect(await optOut.getAttribute('aria-disabled')).toBe('true');
    expect(await optOut.getAttribute('title')).toContain('role editor');
    await optOut.click({ force: true });
    expect(await theirs.getByRole('dialog').count()).toBe(0);
  });
});

/** Somebody who has taken an invitation. */
async function invited(role: 'viewer' | 'editor'): Promise<{ email: string; password: string }> {
  const somebody = { email: `${role}@acme.example`, password: 'a long enough password' };
  const { link } = await heed.api<{ link: string }>('POST', '/users', { email: somebody.email, role });
  const guest = await heed.open({ as: 'nobody' });
  await guest.goto(link);
  await guest.getByLabel('Password', { exact: false }).first().fill(somebody.password);
  await guest.getByLabel('The same again').fill(somebody.password);
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await guest.getByRole('navigation').waitFor({ state: 'attached' });
  return somebody;
}
