import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

const ADA = { email: 'ada@acme.example', password: 'a long and quiet afternoon' };

(hasChromium ? describe : describe.skip)('somebody who starts Heed for the first time', () => {
  let heed: PageTest;
  let page: Page;

  beforeAll(async () => {
    heed = await startPage({ HEED_ADMIN_EMAIL: '', HEED_ADMIN_PASSWORD: '' });
    page = await heed.open({ as: 'nobody' });
  }, 120_000);

  afterAll(async () => {
    await heed.close();
  });

  it('becomes the administrator by the link that was printed, which works once', async () => {
    const link = /\S+\/welcome\?token=\S+/.exec(heed.printed())?.[0] ?? 'no link was printed';
    await page.goto(link);
    await page.getByText('you are the first', { exact: false }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill(ADA.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(ADA.password);
    await page.getByRole('textbox', { name: 'The same again' }).fill(ADA.password);
    // The demo's customers write at once, so that the first pages have something on them.
    const lastOfThem = page.waitForResponse(
      (response) => response.request().postData()?.includes('When do you close on Friday?') === true,
    );
    await page.getByRole('button', { name: 'Become the administrator' }).click();
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    expect((await lastOfThem).status()).toBe(200);

    await page.getByText('No traffic yet').waitFor({ state: 'hidden' });
    await page.goto('/messages');
    await page.getByText('Stop. Thanks!').waitFor();
    await page.getByText('Where can I leave my bicycle?').first().waitFor();

    const other = await heed.open({ as: 'nobody' });
    await other.goto(link);
    await other.getByRole('alert').waitFor();
    await other.goto('/');
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectAccessible(other);
  });

  it('asks what a new rule would have done with the messages so far', async () => {
    await page.goto('/phone');
    await page.getByRole('button', { name: 'what are your hours?' }).click();
    await page.getByText('We are open 9-17', { exact: false }).first().waitFor();

    await page.goto('/rules/new');
    await page.getByLabel('Name').fill('Hours, anew');
    const values = page.getByRole('combobox', { name: 'Values' });
    await values.press('Backspace');
    await values.fill('hours');
    await values.press('Enter');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Nine to five.');
    await page.getByRole('tab', { name: 'Past 30 days' }).click();
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText('Would fire').waitFor();
    await page
      .getByText('Other rules')
      .or(page.getByText('Nothing would have been different.'))
      .first()
      .waitFor();
    await expectAccessible(page);

    await page.goto('/rules/dry-runs');
    await page.getByRole('link', { name: 'Hours, anew' }).click();
    await page.getByRole('heading', { name: 'Dry run: Hours, anew', level: 1 }).waitFor();
    await page.getByText('Would fire').waitFor();
    await expectAccessible(page);
  });

  it('loses nothing of what was typed when the session ends in the middle', async () => {
    await page.goto('/rules/new');
    await page.getByLabel('Name').fill('Typed before the end');
    const values = page.getByRole('combobox', { name: 'Values' });
    await values.press('Backspace');
    await values.fill('parking');
    await values.press('Enter');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Behind the house.');
    await page.getByLabel('Why').fill('Asked every day');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Make the rule' }).click();

    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('E-mail').fill(ADA.email);
    await dialog.getByRole('textbox', { name: 'Password' }).fill(ADA.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Name').inputValue()).toBe('Typed before the end');
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await page.waitForURL(/\/rules\/[0-9a-f-]{36}$/);
  });
});
