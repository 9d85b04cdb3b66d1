import { describe, expect, it } from 'vitest';
import { patience, useVisit } from './visit.ts';

const visit = useVisit();
const { button, price } = visit;

describe('a first visit', { timeout: patience }, () => {
  it('by the printed link leads from the sample to a result, which is in the history and counted', async () => {
    const { page, studio } = visit;
    await page.goto(studio.link);
    await page.waitForURL('**/create/edit');
    expect(page.url()).not.toContain('is_test_');
    await page.getByText('Test mode').waitFor();
    await price().waitFor();
    const quoted = await price().innerText();
    await price().click();
    await page.getByText('Total').waitFor();
    await page.keyboard.press('Escape');
    await button('Edit picture').click();
    await page.locator('img-comparison-slider').waitFor();
    expect(await page.locator('img-comparison-slider img').count()).toBe(2);

    const run = page.url();
    await page.reload();
    await page.locator('img-comparison-slider').waitFor();
    expect(page.url()).toBe(run);
    expect(await page.getByLabel('Prompt').inputValue()).toContain('dusk');

    await page.getByRole('link', { name: 'History' }).click();
    // Not a tab of the page before, which stays until the history is loaded.
    await page.locator('main li a[href^="/runs/"]').first().click();
    await page.getByText('Charged').waitFor();
    expect(await page.locator('main').innerText()).toContain(quoted);

    await page.getByRole('link', { name: 'Usage' }).click();
    await page.getByText('Spent').waitFor();
    await expect.poll(() => page.locator('main').innerText()).toContain(quoted);
  });

  it('without a key asks for one, and refuses what is none or is not known', async () => {
    const { page, studio } = visit;
    await page.goto(studio.url);
    const enter = async (key: string) => {
      await page.getByLabel('API key').fill(key);
      await button('Open the studio').click();
    };
    await enter('nonsense');
    await page.getByText('A key begins with').waitFor();
    await enter('is_test_notKnownHere00000000000000000000000000');
    await page.getByText('not valid here any more').waitFor();
    await enter(studio.key);
    await page.getByRole('heading', { name: 'Edit' }).waitFor();
    await button('Sign out').click();
    await page.getByLabel('API key').waitFor();
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain(studio.key);
  });

  it('each address that is none leads back to the work', async () => {
    const { page } = visit;
    await visit.open('/runs/run_nothing');
    await page.getByText('not there any more').waitFor();
    await page.getByRole('link', { name: 'Back to the work' }).click();
    await page.waitForURL('**/create/edit');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
