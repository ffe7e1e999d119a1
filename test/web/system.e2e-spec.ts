import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids/new-id.js';
import { signedWebhook } from '../../src/sandbox/signed-webhook.js';
import { eventually } from '../support/eventually.js';
import { messageBody } from '../support/webhook-bodies.js';
import { expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

const SECRET = 'a-webhook-secret-of-the-second-shop';

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

(hasChromium ? describe : describe.skip)('the system pages', () => {
  it('add an account whose secrets are never shown, and test it', async () => {
    await page.goto('/connections/new');
    await page.getByLabel('Provider', { exact: true }).selectOption('integify');
    await page.getByLabel('Name').fill('second-shop');
    await page.getByRole('textbox', { name: 'Webhook secret' }).fill(SECRET);
    await page.getByLabel('Keep quiet hours').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('heading', { level: 1, name: 'Integify · second-shop' }).waitFor();
    await page.getByText('No API key').waitFor();
    await page.getByText(`${heed.url}/webhooks/integify/second-shop`).waitFor();
    expect(await page.content()).not.toContain(SECRET);
    await page.getByRole('button', { name: 'Test now' }).click();
    await page.getByText(/Nothing is wrong that could be checked|Something is wrong/).waitFor();
    await expectAccessible(page);
  });

  it('show a quarantined webhook with its reason and raw body, and say why it cannot be replayed yet', async () => {
    const body = 'this is <b>no</b> JSON';
    await post(body);
    await page.goto('/events?state=quarantined');
    await page.getByRole('row').getByRole('link').first().click();
    await page.getByText('Why it was not handled').waitFor();
    await page.getByText(body, { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByText(/It still cannot be read/).waitFor();
  });

  it('replay a webhook that was handled', async () => {
    const id = await post(messageBody('integify', { from: '+2207654399', text: 'hello' }));
    await eventually(async () => {
      expect(await heed.api('GET', `/events/${id}`)).toMatchObject({ state: 'processed' });
    });
    await page.goto(`/events/${id}`);
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('It is handled once more.').waitFor();
    await eventually(async () => {
      expect(await heed.api('GET', `/events/${id}`)).toMatchObject({ state: 'processed', replays: 1 });
    });
  });

  it('replay a webhook out of quarantine, and show what came of it', async () => {
    const id = newId();
    const body = messageBody('integify', { from: '+2207654398', text: 'what are your hours?' });
    // As an earlier version that could not read it would have stored it.
    await heed.database.query(
      `insert into inbox_entry (id, connection_id, provider, event_type, lane, raw_body, headers, state, reason, received_at, processed_at)
       select $1, id, 'integify', 'unreadable', id || ':unreadable', $2, '{}', 'quarantined', 'The type is not known.', now(), now()
         from connection where provider = 'integify' and name = 'default'`,
      [id, Buffer.from(body)],
    );
    await page.goto('/events?state=quarantined');
    await page.getByText('The type is not known.').waitFor();
    await page.locator(`a[href="/events/${id}"]`).click();
    await page.getByText('Why it was not handled').waitFor();
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByRole('link', { name: 'Why? The decision' }).click();
    await page.getByText('Replied: rule "Opening hours" matched.').waitFor();
    expect(await heed.api('GET', `/events/${id}`)).toMatchObject({ state: 'processed', verdict: 'replied' });
  });

  it('show that a webhook came again, how often and when', async () => {
    const body = messageBody('integify', { from: '+2207654397', text: 'hello again' });
    const id = await post(body);
    await post(body);
    await post(body);
    await page.goto('/events');
    const row = page.getByRole('row').filter({ has: page.locator(`a[href="/events/${id}"]`) });
    await row.getByText('twice', { exact: true }).waitFor();
    await page.getByLabel('Came again').selectOption('Only duplicates');
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    await row.getByText('twice', { exact: true }).waitFor();
    await expectAccessible(page);
    await row.getByRole('link').first().click();
    await page.getByText('The provider sent it twice more; it was handled once').waitFor();
    await expectAccessible(page);
  });

  it('say on every page that a switch is off, until it is on again', async () => {
    await heed.api('PUT', '/kill-switches/all', { reason: 'A wrong price went out' });
    const bar = page.getByRole('status').filter({ hasText: 'All automatic replies are switched off' });
    const links = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').all();
    const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      await page.goto(path ?? '');
      await bar.getByText('A wrong price went out').waitFor();
    }
    await expectAccessible(page);
    await bar.getByRole('link', { name: 'Kill switch' }).click();
    await page.getByRole('button', { name: 'Switch on: All rules, everywhere' }).click();
    await bar.waitFor({ state: 'detached' });
  });

  it('switch rules off with a reason, and on again', async () => {
    await page.goto('/kill-switch');
    await page.getByRole('button', { name: 'Switch off: All rules, everywhere' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Wrong prices');
    await dialog.getByRole('button', { name: 'Switch off now' }).click();
    await page.getByText(/that (was|were) waiting will not be sent/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Wrong prices').first().waitFor();
    await expectAccessible(page);
    expect(await heed.api('GET', '/kill-switches')).toMatchObject({
      items: [{ scope: 'all', reason: 'Wrong prices' }],
    });
    await page.getByRole('button', { name: 'Switch on: All rules, everywhere' }).click();
    await page.getByText('Rules answer everywhere').waitFor();
  });

  it('keep what was typed when somebody else has saved the settings meanwhile', async () => {
    await page.goto('/settings?tab=replies');
    const perHour = page.getByLabel('At most in an hour');
    await perHour.fill('7');
    await page.getByLabel('Why (kept with the version)').fill('Too many complaints');
    const settings = await heed.api('GET', '/reply-settings');
    await heed.api('PUT', '/reply-settings', { ...settings, replyBudget: { perHour: 20, perDay: 30 } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody has changed these settings meanwhile').waitFor();
    expect(await perHour.inputValue()).toBe('7');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save mine after it' }).click();
    await page.getByText('Saved as version 2.').waitFor();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    await page.getByText('replyBudget/perHour').first().waitFor();
    await page.getByRole('cell', { name: 'Too many complaints' }).waitFor();
    expect(await heed.api('GET', '/reply-settings')).toMatchObject({ replyBudget: { perHour: 7 } });
  });

  it('change consent settings, and keep the history', async () => {
    await page.goto('/settings');
    await page.getByRole('combobox', { name: 'Stop all messages' }).fill('nee bedankt');
    await page.keyboard.press('Enter');
    await page.getByLabel('Why (kept with the version)').fill('Dutch customers');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved as version 1.').waitFor();
    await page.getByRole('button', { name: 'What changed with version 1' }).click();
    await page.getByText('The first version:').waitFor();
    await expectAccessible(page);
    expect(await heed.api('GET', '/consent/settings')).toMatchObject({
      keywords: { optOut: ['nee bedankt'] },
      reason: 'Dutch customers',
    });
  });

  it('invite somebody by a link that is shown once, and deactivate them', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByLabel('E-mail').fill('editor@acme.example');
    await page.getByRole('dialog').getByLabel('Role').selectOption('editor');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByText(/welcome.*token=/).waitFor();
    await page.getByRole('dialog', { name: 'One-time link' }).getByLabel('Close').click();
    await page.getByRole('button', { name: 'More about editor@acme.example' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByText('Deactivated', { exact: true }).waitFor();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  it('make a token that is shown once, and revoke it', async () => {
    await page.goto('/tokens');
    await page.getByLabel('What it is for').fill('nightly export');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    await page.getByText('The token “nightly export”').waitFor();
    const token = (await page.locator('pre').first().textContent()) ?? '';
    const call = () => fetch(`${heed.url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } });
    expect((await call()).status).toBe(200);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Revoke nightly export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No token was made here').waitFor();
    expect((await call()).status).toBe(401);
  });

  it('tell on the audit page who did all that', async () => {
    await page.goto('/audit?action=kill-switches.');
    await page.getByText('kill-switches.update').first().waitFor();
    await page.getByText('Wrong prices').first().waitFor();
    expect(await page.getByText('users.create').count()).toBe(0);
    await expectAccessible(page);
  });

  it.each(['/queues', '/connections', '/webhook-calls', '/account', '/events'])(
    'stand without a barrier on a phone: %s',
    async (path) => {
      const phone = await heed.open({ isPhone: true });
      await phone.goto(path);
      await phone.getByRole('heading', { level: 1 }).waitFor();
      await phone.getByLabel('Loading').first().waitFor({ state: 'detached' });
      await expectAccessible(phone);
      const overflow = await phone.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
    },
  );
});

/** Posts a webhook as the provider would. @returns the id of its event. */
async function post(body: string): Promise<string> {
  const { headers } = signedWebhook(
    'integify',
    { body, contentType: 'application/json' },
    SECRET,
    new Date(),
  );
  const url = `${heed.url}/webhooks/integify/second-shop`;
  const answer = await fetch(url, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  return answer.headers.get('x-heed-event-id') ?? '';
}
