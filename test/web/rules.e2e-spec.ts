import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { expectAccessible, hasChromium, startPage, type PageTest } from '../support/page.js';

type Rules = {
  readonly items: readonly { readonly id: string; readonly name: string; readonly revision: number }[];
};
type Simulated = { readonly sentence: string; readonly replies: readonly { readonly text: string }[] };

(hasChromium ? describe : describe.skip)('the pages of rules', () => {
  let heed: PageTest;
  let page: Page;

  beforeAll(async () => {
    heed = await startPage();
    page = await heed.open();
    // A page with unsaved changes asks before it is left.
    page.on('dialog', (dialog) => void dialog.accept());
  }, 120_000);

  afterAll(async () => {
    await heed.close();
  });

  it('tries a rule while it is being written, saves it, and it answers', async () => {
    await page.goto('/rules/new');
    await page.getByLabel('Name').fill('Parking');
    const values = page.getByRole('combobox', { name: 'Values' });
    await values.press('Backspace');
    await values.fill('parking');
    await values.press('Enter');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('You can park behind the house.');
    const simulator = page.getByRole('region', { name: 'Try it' });
    await simulator.getByLabel('A customer writes').fill('is there any parking?');
    await simulator.getByText('You can park behind the house.').waitFor();
    await simulator.getByText('replied', { exact: true }).waitFor();
    expect(await namesOf(heed)).not.toContain('Parking');

    await page.getByLabel('Why').fill('Asked every day');
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await page.waitForURL(/\/rules\/[0-9a-f-]{36}$/);
    const message = { channel: 'sms', from: '+2207654321', text: 'is there any parking?' };
    const { replies } = await heed.api<Simulated>('POST', '/simulate', message);
    expect(replies.map(({ text }) => text)).toEqual(['You can park behind the house.']);
  });

  it('keeps what was typed when somebody else has saved meanwhile, and shows what is different', async () => {
    const rule = await ruleNamed(heed, 'Opening hours');
    await page.goto(`/rules/${rule.id}`);
    await page.getByLabel('Name').fill('Opening hours, mine');
    const theirs = await heed.api('GET', `/rules/${rule.id}`);
    await heed.api('PUT', `/rules/${rule.id}`, { ...theirs, name: 'Opening hours, theirs' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const other = page.getByRole('table', { name: 'Differences' });
    await other.getByText('Opening hours, theirs').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Opening hours, mine');
    await page.getByRole('button', { name: 'Save mine after it' }).click();
    await page.getByText('Revision 3, saved.').waitFor();
    expect(await namesOf(heed)).toContain('Opening hours, mine');
  });

  it('goes back to an earlier revision, with the reason', async () => {
    const rule = await ruleNamed(heed, 'Opening hours, mine');
    await page.goto(`/rules/${rule.id}`);
    await page.getByRole('tab', { name: 'Revisions' }).click();
    await page.getByRole('button', { name: 'Go back to revision 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('The name was better');
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await page.getByText('Back to revision 1: The name was better').waitFor();
    expect(await namesOf(heed)).toContain('Opening hours');
  });

  it('is put in another order with the keyboard alone, and keeps the focus', async () => {
    const [first = '', second = '', ...others] = await namesOf(heed);
    await page.goto('/rules');
    const up = page.getByRole('button', { name: `Move ${second} up` });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.getByText(`${second} is now number 1`, { exact: false }).waitFor({ state: 'attached' });
    await page.getByRole('row').nth(1).getByText(second).waitFor();
    expect(await up.evaluate((button) => button.matches(':focus'))).toBe(true);
    await eventually(async () => expect(await namesOf(heed)).toEqual([second, first, ...others]));
  });

  it('shows what is wrong with a rule at its place, and keeps it', async () => {
    await page.goto('/rules/new');
    await page.getByLabel('Name').fill('<img src=x onerror=alert(1)> 🎉 مرحبا');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hello {{ contact.nmae }}');
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await page.getByRole('alert').getByText('Action 1, reply, text:').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('<img src=x onerror=alert(1)> 🎉 مرحبا');
  });

  it.each(['/rules', '/rules/new', '/schedules', '/schedules/new', '/templates', '/flows', '/flows/new'])(
    'has no barrier on %s',
    async (path) => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
    },
  );
});

async function namesOf(heed: PageTest): Promise<readonly string[]> {
  return (await heed.api<Rules>('GET', '/rules')).items.map(({ name }) => name);
}

async function ruleNamed(heed: PageTest, name: string): Promise<Rules['items'][number]> {
  const rule = (await heed.api<Rules>('GET', '/rules')).items.find((each) => each.name === name);
  if (rule === undefined) throw new Error(`There is no rule ${name}.`);
  return rule;
}
