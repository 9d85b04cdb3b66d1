import { createClient } from '@image-studio/api-client';
import { describe, expect, it } from 'vitest';
import { asOperator, patience, useVisit } from './visit.ts';

const visit = useVisit();
const { button, price } = visit;

describe('keys', { timeout: patience }, () => {
  it('are made with scopes and a budget, shown once, open the studio, and are revoked', async () => {
    const { page, studio, browser } = visit;
    await visit.open('/keys');
    await page.getByLabel('Name').fill('Web shop');
    await page.getByLabel('Budget').fill('0.01');
    await button('Make a key').click();
    const key = await page.getByRole('status').locator('code').innerText();
    await page.reload();
    await page.getByText('Web shop').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(key);

    const other = await browser.newContext();
    const shop = await other.newPage();
    await shop.goto(`${studio.url}/create/edit#key=${key}`);
    await shop.getByText('$0.01 left to spend').waitFor();
    await shop.getByRole('alert').waitFor();
    await shop.getByRole('link', { name: 'Keys' }).click();
    await shop.getByText('This key may not manage keys').waitFor();

    await button('Revoke: Web shop').click();
    await page
      .getByRole('group', { name: /refused at once/ })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByText('Revoked').waitFor();
    await shop.reload();
    await shop.getByText('not valid here any more').waitFor();
    await other.close();
  });
});

describe('webhooks', { timeout: patience }, () => {
  it('are added, told, sent again, paused and deleted', async () => {
    const { page, studio } = visit;
    await visit.open('/webhooks');
    await page.getByText('No webhooks yet').waitFor();
    await page.getByLabel('Address').fill('http://10.0.0.1/hooks');
    await button('Add webhook').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Address').fill(`${studio.hooks.url}/told`);
    await page.getByRole('checkbox', { name: 'Run failed' }).uncheck();
    await button('Add webhook').click();
    await page.getByText(/^whsec_/).waitFor();
    const card = page.getByRole('article', { name: `${studio.hooks.url}/told` });
    expect(await card.innerText()).toContain('Run succeeded, Run canceled, Limit comes near');

    studio.hooks.answers.push(500);
    await createClient(studio).run('generate', { model: 'qwen-image', prompt: 'a harbour' });
    await card.getByRole('button', { name: 'Deliveries' }).click();
    await card.getByText(': 500').waitFor();
    await card.getByRole('button', { name: /^Send again/ }).click();
    await card.getByText(': 204').waitFor();
    await card.getByText('Delivered').waitFor();

    await card.getByRole('button', { name: 'Pause' }).click();
    await card.getByText('Paused').waitFor();
    await card.getByRole('button', { name: 'Switch on' }).click();
    await card.getByText('Active').waitFor();
    await card.getByRole('button', { name: 'Delete' }).click();
    await card
      .getByRole('group', { name: /told nothing more/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('No webhooks yet').waitFor();
  });
});

describe('usage', { timeout: patience }, () => {
  it('shows limits, what came near them, and every call, which go out as a file', async () => {
    const { page, studio } = visit;
    const { key } = await asOperator(studio, 'POST', 'keys', { account: 'busy', test: true });
    const limit = { meter: 'spend', limit: { max: 50_000 } };
    await asOperator(studio, 'PUT', 'accounts/busy/limits', { test: true, ...limit });
    const client = createClient({ url: studio.url, key: String(key) });
    await client.run('generate', { model: 'qwen-image', prompt: 'a harbour', count: 2 });
    await visit.open('/usage', key);
    await page.getByText('Spend: 80 % of the limit is used').waitFor();
    await page.getByText(/^\$0.04 of \$0.05/).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Generate' }).getByText('$0.04 · 2 results').waitFor();
    await page.getByRole('radio', { name: 'Model' }).click();
    await page.getByText('wavespeed/wavespeed-ai/qwen-image/text-to-image').first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button('Export as CSV').click()]);
    expect(download.suggestedFilename()).toBe('image-studio-usage.csv');
    await page.getByRole('link', { name: 'Done' }).first().click();
    await page.waitForURL('**/runs/run_*');
    expect(await price().count()).toBe(0);
  });
});
