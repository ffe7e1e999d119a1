import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

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

(hasChromium ? describe : describe.skip)('what was typed', () => {
  it.each([
    ['/settings?tab=replies', 'At most in an hour', '4'],
    ['/consent/import', 'Where it comes from', 'the CRM'],
    ['/connections/new', 'Name', 'third-shop'],
  ])('is asked about when somebody goes elsewhere with it (%s)', async (path, label, words) => {
    await page.goto(path);
    const field = page.getByLabel(label);
    await field.fill(words);
    if (path === '/consent/import') await page.getByLabel('The list').fill('address,state');
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Stay' }).click();
    expect(await field.inputValue()).toBe(words);
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await dialog.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'Live', level: 1 }).waitFor();
  });

  it('stays when the session is found to have ended, and can be saved after signing in again', async () => {
    const own = await heed.open();
    await own.clock.install();
    await own.goto('/settings?tab=replies');
    const perDay = own.getByLabel('At most in a day');
    await perDay.fill('44');
    await own.context().clearCookies();
    // The page looks after its session again when somebody comes back to it after a while.
    await own.clock.fastForward('05:00');
    await own.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    const dialog = own.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('E-mail').fill(ADMINISTRATOR.email);
    await dialog.getByRole('textbox', { name: 'Password' }).fill(ADMINISTRATOR.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await perDay.inputValue()).toBe('44');
    await own.getByRole('button', { name: 'Save', exact: true }).click();
    await own.getByText('Saved as version 1.').waitFor();
  });

  it('fails at once while the browser is offline, says so, and is not sent later by itself', async () => {
    await page.goto('/tokens');
    await page.getByLabel('What it is for').fill('made offline');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    await page.getByText('Heed does not answer. Check the connection').first().waitFor();
    await page.context().setOffline(false);
    expect(await page.getByLabel('What it is for').inputValue()).toBe('made offline');
    await page.getByLabel('What it is for').fill('made online');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    await page.getByText('The token “made online”').waitFor();
    const tokens = await heed.api<{ items: { name: string }[] }>('GET', '/tokens');
    expect(tokens.items.map(({ name }) => name)).toEqual(['made online']);
  });
});

(hasChromium ? describe : describe.skip)('the overview', () => {
  it('leads from the opt-outs to their entries in the ledger', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Opt-outs' }).click();
    await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
    expect(await page.getByLabel('What').inputValue()).toBe('opt-outs');
    expect(await page.getByLabel('Since').inputValue()).toBe('1');
    await page.getByText('No entry is like that').waitFor();
  });

  it('leads from each number to the messages that it counts', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Failed' }).click();
    await page.getByRole('heading', { name: 'Messages', level: 1 }).waitFor();
    const chosen = (label: string) => page.getByLabel(label).locator('option:checked').textContent();
    expect(await chosen('Status')).toBe('failed or undelivered');
    expect(await chosen('Since')).toBe('24 hours ago');
    await page.getByLabel('Verdict').selectOption('no rule matched');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await chosen('Status')).toBe('Any status');
  });
});
