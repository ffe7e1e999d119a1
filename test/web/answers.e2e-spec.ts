import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { ModelStandIn } from '../support/model-stand-in.js';
import { expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

type Named = { readonly id: string; readonly name: string };
type Call = { readonly id: string; readonly state: string; readonly answer: string | null };
type List<Item> = { readonly items: readonly Item[] };

const VIEWER = { email: 'vera@acme.example', password: 'she only looks at things' };
const CUSTOMER = '+2207654399';

(hasChromium ? describe : describe.skip)('the pages of answers', () => {
  let model: ModelStandIn;
  let heed: PageTest;
  let page: Page;

  beforeAll(async () => {
    model = await ModelStandIn.start();
    heed = await startPage({ HEED_MODEL_BASE_URL: model.baseUrl, HEED_MODEL_NAME: 'small' });
    page = await heed.open();
    // A page with unsaved changes asks before it is left.
    page.on('dialog', (dialog) => void dialog.accept());
  }, 120_000);

  afterAll(async () => {
    await heed.close();
    model.stop();
  });

  it('builds a flow by its form, tries it before it is saved, and keeps what only the JSON has', async () => {
    await page.goto('/flows/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Delivery');
    const trial = page.getByRole('region', { name: 'Try it' });
    await trial.getByText('What is your name?').waitFor();

    await page.getByRole('button', { name: 'Edit price' }).click();
    await page.getByLabel('Says').fill('It costs 50, {{ flow.nmae }}.');
    await page.getByText('No step saves an answer as "nmae".', { exact: false }).waitFor();
    await page.getByLabel('Says').fill('It costs 50, {{ flow.name }}.');
    await page.getByRole('button', { name: 'Add a step after price' }).click();
    await page.getByRole('menuitem', { name: 'Message' }).click();
    await page.getByLabel('Says').fill('Thank you for asking.');
    await page.getByRole('button', { name: 'Move message_1 up' }).click();
    await page.getByRole('listitem', { name: 'Step 3: message_1' }).waitFor();

    await trial.getByLabel('You write').fill('Ada');
    await trial.getByRole('button', { name: 'Send' }).click();
    await trial.getByRole('button', { name: 'A price' }).click();
    await trial.getByText('It costs 50, Ada.').waitFor();
    await trial.getByText('The flow is over.').waitFor();
    expect((await heed.api<List<Named>>('GET', '/flows')).items).toEqual([]);
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'JSON' }).click();
    const json = page.getByLabel('Definition as JSON');
    const written: unknown = JSON.parse(await json.inputValue());
    expect(written).toMatchObject({
      steps: { message_1: { next: 'price' }, price: { next: 'end' } },
      hotWords: { menu: 'about' },
    });
    await json.fill((await json.inputValue()).replace('"max": 60', '"max": 60, "min": 2'));
    await page.getByRole('tab', { name: 'Form' }).click();
    await page.getByRole('button', { name: 'Make the flow' }).click();
    await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
    const [saved] = (await heed.api<List<Named & Record<string, unknown>>>('GET', '/flows')).items;
    expect(saved).toMatchObject({
      name: 'Delivery',
      steps: {
        ask_name: { expect: { kind: 'text', min: 2, max: 60 } },
        about: { menu: { options: [{ next: 'message_1' }, { next: 'person' }] } },
      },
    });
  });

  it('answers a menu on the phone by a tap', async () => {
    await heed.api('POST', '/rules', {
      name: 'Delivery by word',
      group: 'Delivery',
      trigger: { event: 'message.received' },
      when: { fact: 'message.text', op: 'word', value: 'delivery' },
      then: [{ startFlow: 'Delivery' }],
    });
    await page.goto('/phone');
    const message = page.getByLabel('Your message');
    await message.fill('delivery');
    await message.press('Enter');
    await page.getByText('What is your name?').waitFor();
    await message.fill('Ada');
    await message.press('Enter');
    await page
      .getByRole('group', { name: 'Answers to tap' })
      .getByRole('button', { name: 'A price' })
      .click();
    await page.getByText('It costs 50, Ada.', { exact: false }).waitFor();
  });

  it('keeps what was written on the phone when it could not be sent', async () => {
    await page.goto('/phone');
    await page.route('**/api/v1/sandbox/messages', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    const message = page.getByLabel('Your message');
    await message.fill('is anybody there?');
    await message.press('Enter');
    await page.getByRole('alert').waitFor();
    await eventually(async () => expect(await message.inputValue()).toBe('is anybody there?'));
    await page.unroute('**/api/v1/sandbox/messages');
  });

  it('is put in another order with the mouse, and shows what each rule hears and answers', async () => {
    const before = (await heed.api<List<Named>>('GET', '/rules')).items.map(({ name }) => name);
    const [first = '', second = '', third = '', ...others] = before;
    await page.goto('/rules');
    await page.getByText('Group: Delivery').waitFor();
    await page.getByText('When the message has the word “delivery”').waitFor();
    await page.getByText('→ starts the flow “Delivery”').waitFor();
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) });
    await row(third).getByTitle('Drag to another place').dragTo(row(first));
    await eventually(async () => {
      const after = (await heed.api<List<Named>>('GET', '/rules')).items.map(({ name }) => name);
      expect(after).toEqual([third, first, second, ...others]);
    });
  });

  it('adds a starter pack as a shadow, with the schedule that it asks', async () => {
    await page.goto('/rules');
    await page.getByRole('button', { name: 'Starter packs' }).click();
    await page.getByRole('button', { name: 'Add After hours' }).click();
    await page.getByText('Made: After hours').waitFor();
    const rules = await heed.api<List<Named & { readonly mode: string }>>('GET', '/rules');
    expect(rules.items.at(-1)).toMatchObject({ name: 'After hours', mode: 'shadow' });
    expect(await namesIn(heed, '/schedules')).toContain('Office hours');
  });

  it('makes a schedule and a template', async () => {
    await page.goto('/schedules/new');
    await page.getByRole('button', { name: 'Make the schedule' }).click();
    await page.getByRole('alert').getByText('Name:', { exact: false }).waitFor();
    await page.getByLabel('Name').fill('Summer');
    await page.getByRole('button', { name: 'Make the schedule' }).click();
    await page.waitForURL(/\/schedules\/[0-9a-f-]{36}$/);
    await page.getByText('Revision 1, saved.').waitFor();
    expect(await namesIn(heed, '/schedules')).toContain('Summer');

    await page.goto('/templates/new');
    await page.getByLabel('Name').fill('Where we are');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('By the market, {{ contact.name }}.');
    await page.getByRole('button', { name: 'Make the template' }).click();
    await page.waitForURL(/\/templates\/[0-9a-f-]{36}$/);
    expect(await namesIn(heed, '/templates')).toEqual(['Where we are']);
  });

  it('sends what a language model has drafted in other words, and puts another draft aside', async () => {
    await heed.api('POST', '/rules', {
      name: 'Questions',
      trigger: { event: 'message.received' },
      when: { fact: 'message.text', op: 'word', value: 'question' },
      then: [
        { model: { instructions: 'We are open from 9 to 17.', topics: ['opening hours'], mode: 'draft' } },
      ],
    });
    for (const from of [CUSTOMER, '+2207654398']) {
      const message = { provider: 'integify', channel: 'sms', from, text: 'a question about Sundays' };
      await heed.api('POST', '/sandbox/messages', message);
    }
    await page.goto('/model-calls');
    const draft = page.getByRole('listitem').filter({ hasText: CUSTOMER });
    const answer = draft.getByLabel(`Answer to ${CUSTOMER}`);
    await page.getByLabel('Answer to +2207654398').waitFor();
    expect(await answer.inputValue()).toBe('We are open from 9 to 17.');
    await expectAccessible(page);
    await answer.fill('Not on Sundays.');
    await draft.getByRole('button', { name: 'Send in your words' }).click();
    await draft.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('No draft waits for you').waitFor();
    const { items } = await heed.api<List<Call>>('GET', '/model-calls');
    expect(items.map(({ state, answer: said }) => [state, said])).toEqual([
      ['discarded', 'We are open from 9 to 17.'],
      ['answered', 'Not on Sundays.'],
    ]);
  });

  it('shows a viewer everything, switched off, with the reason in front', async () => {
    const invited = { email: VIEWER.email, role: 'viewer' };
    const { link } = await heed.api<{ readonly link: string }>('POST', '/users', invited);
    const viewers = await heed.open({ as: 'nobody' });
    await viewers.goto(link);
    await viewers.getByRole('textbox', { name: 'Password' }).fill(VIEWER.password);
    await viewers.getByRole('textbox', { name: 'The same again' }).fill(VIEWER.password);
    await viewers.getByRole('button', { name: 'Sign in' }).click();
    await viewers.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const [rule] = (await heed.api<List<Named>>('GET', '/rules')).items;
    await viewers.goto(`/rules/${rule?.id ?? ''}`);
    await viewers.getByText('Changing it needs the role editor', { exact: false }).waitFor();
    expect(await viewers.getByLabel('Name').isDisabled()).toBe(true);
    expect(await viewers.getByLabel('A customer writes').isDisabled()).toBe(false);
    await viewers.goto('/phone');
    await viewers.getByText('needs the role editor', { exact: false }).waitFor();
    expect(await viewers.getByLabel('Your message').isDisabled()).toBe(true);
    await expectAccessible(viewers);
  });
});

async function namesIn(heed: PageTest, path: string): Promise<readonly string[]> {
  return (await heed.api<List<Named>>('GET', path)).items.map(({ name }) => name);
}
