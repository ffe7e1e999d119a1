import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

const EDITOR = { email: 'editor@acme.example', password: 'four words in a row' };
const NEW_PASSWORD = 'another four words in a row';

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

async function chooseAbout(email: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${email}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

async function signIn(on: Page, { email, password }: typeof EDITOR): Promise<void> {
  await on.goto('/');
  await on.getByLabel('E-mail').fill(email);
  await on.getByRole('textbox', { name: 'Password' }).fill(password);
  await on.getByRole('button', { name: 'Sign in' }).click();
}

(hasChromium ? describe : describe.skip)('people', () => {
  it('come in by a link that is shown once, and see what their role lets them see', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByLabel('E-mail').fill(EDITOR.email);
    await page.getByRole('dialog').getByLabel('Role').selectOption('editor');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const dialog = page.getByRole('dialog', { name: 'One-time link' });
    const link = (await dialog.locator('pre').textContent()) ?? '';
    await expectAccessible(page);
    await dialog.getByLabel('Close').click();

    const guest = await heed.open({ as: 'nobody' });
    await guest.goto(link);
    await guest.getByText(`Choose a password for ${EDITOR.email}.`).waitFor();
    await expectAccessible(guest);
    await guest.getByRole('textbox', { name: 'Password' }).fill(EDITOR.password);
    await guest.getByRole('textbox', { name: 'The same again' }).fill(EDITOR.password);
    await guest.getByRole('button', { name: 'Sign in' }).click();
    await guest.getByRole('link', { name: 'Phone', exact: true }).waitFor();
    expect(await guest.getByRole('link', { name: 'People' }).count()).toBe(0);
    await guest.goto('/people');
    await guest.getByText('This needs the role administrator').waitFor();

    const second = await heed.open({ as: 'nobody' });
    await second.goto(link);
    await second.getByText(/This link is unknown, used or expired/).waitFor();
  });

  it('are given another role by an administrator, who cannot take their own', async () => {
    await page.goto('/people');
    await chooseAbout(EDITOR.email, 'Change the role…');
    const dialog = page.getByRole('dialog', { name: `Role of ${EDITOR.email}` });
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: 'Viewer' }).check();
    await dialog.getByRole('button', { name: 'Change' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: new RegExp(EDITOR.email) })
      .getByText('Viewer')
      .waitFor();

    await page.getByRole('button', { name: `More about ${ADMINISTRATOR.email}` }).click();
    await page.getByText('Your role and access: another administrator changes them.').waitFor();
    await expectAccessible(page);
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([
      'A link to set a new password',
      'Unlock after wrong passwords',
    ]);
  });

  it('are let in again after wrong passwords when an administrator unlocks them', async () => {
    const guest = await heed.open({ as: 'nobody' });
    await signIn(guest, { ...EDITOR, password: 'not the password' });
    await guest.getByRole('alert').waitFor();
    for (let tries = 1; (await guest.getByText(/Too many wrong passwords/).count()) === 0; tries++) {
      expect(tries).toBeLessThan(10);
      const answer = guest.waitForResponse((response) => response.request().method() === 'POST');
      await guest.getByRole('button', { name: 'Sign in' }).click();
      await answer;
      await guest.getByRole('alert').waitFor();
    }
    await page.goto('/people');
    await chooseAbout(EDITOR.email, 'Unlock after wrong passwords');
    await page.getByText('They may try to sign in again at once.').waitFor();
    await signIn(guest, EDITOR);
    await guest.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  it('change their password, which ends their other sessions, and see where they are signed in', async () => {
    const [here, elsewhere] = [await heed.open({ as: EDITOR }), await heed.open({ as: EDITOR })];
    await here.goto('/account');
    await here
      .getByText(/^Chrome on /)
      .first()
      .waitFor();
    await expectAccessible(here);
    await here.getByRole('textbox', { name: 'Present password' }).fill('not the password');
    await here.getByRole('textbox', { name: 'New password' }).fill(NEW_PASSWORD);
    await here.getByRole('textbox', { name: 'The same again' }).fill(NEW_PASSWORD);
    await here.getByRole('button', { name: 'Change' }).click();
    await here
      .getByText(/This is not your present password/)
      .first()
      .waitFor();
    await here.getByRole('textbox', { name: 'Present password' }).fill(EDITOR.password);
    await here.getByRole('button', { name: 'Change' }).click();
    await here.getByText('Changed. You are signed out everywhere else.').waitFor();
    await here.locator('button:disabled', { hasText: 'Sign out everywhere else' }).waitFor();
    await elsewhere.goto('/account');
    await elsewhere.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });

  it('find on the audit page what a role was before and what it is', async () => {
    await page.goto('/audit?action=users.update');
    const change = page.getByRole('row', { name: /users\.update/ }).last();
    await change.getByText('editor', { exact: true }).waitFor();
    await change.getByText('viewer', { exact: true }).waitFor();
    await expectAccessible(page);
  });
});

(hasChromium ? describe : describe.skip)('the page of outbound webhooks', () => {
  it('shows a new signing secret once, and asks before the next one', async () => {
    await page.goto('/webhook-calls');
    await page.getByRole('button', { name: 'Make a secret' }).click();
    const first = (await page.locator('pre').textContent()) ?? '';
    expect(first).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'Make the next secret…' }).click();
    await page
      .getByRole('dialog')
      .getByText(/signs for 24 hours more/)
      .waitFor();
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('pre').textContent()).not.toBe(first);
    await page.goto('/webhook-calls');
    await page.getByText('the next one is made').waitFor();
    expect(await page.locator('pre').count()).toBe(0);
    await expectAccessible(page);
  });
});
