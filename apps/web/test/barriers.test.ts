import { createClient } from '@image-studio/api-client';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriersOf } from './barriers.ts';
import { patience, useVisit } from './visit.ts';

const visit = useVisit();
const { button, price } = visit;

/** An edit that succeeded, one that failed, a webhook. */
async function makeSomething() {
  const client = createClient(visit.studio);
  const made = await client.run('generate', { model: 'qwen-image', prompt: 'a harbour' });
  visit.studio.sandbox.faults.add({ kind: 'job_failed' });
  const failed = await client.run('generate', { model: 'qwen-image', prompt: 'a harbour' });
  const { id: image = '' } = made.outputs[0] ?? {};
  const edited = await client.run('edit', { model: 'qwen-edit', image, prompt: 'make it dusk' });
  const model = await client.run('3d', { image });
  await client.webhooks.create({ url: 'https://example.com/hooks' });
  return [made, failed, edited, model].map(({ id }) => `/runs/${id}`);
}

const work = ['edit', 'generate', 'upscale', 'character', 'faceswap', 'translate', '3d', 'video'];
const places: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
  ['work', () => Promise.resolve(work.map((operation) => `/create/${operation}`))],
  ['account', () => Promise.resolve(['/models', '/usage', '/keys', '/webhooks', '/runs/run_nothing'])],
  ['runs', async () => ['/history', '/webhooks', ...(await makeSomething())]],
];

/** What is wrong with the page as it stands: barriers in light and in dark colours, and what is wider than a small phone. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const faults: unknown[] = await barriersOf(page);
  // The other colours change nothing but colours.
  await page.evaluate("document.documentElement.dataset.theme = 'dark'");
  for (const barrier of await barriersOf(page, ['color-contrast', 'link-in-text-block']))
    faults.push(`dark: ${barrier}`);
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  if (overflow > 0) faults.push(`${overflow} pixels wider than a phone`);
  await page.setViewportSize(usual);
  return faults;
}

describe('accessibility', { timeout: patience }, () => {
  it('the way in has no barrier', async () => {
    const { page, studio } = visit;
    await page.goto(studio.url);
    await page.getByLabel('API key').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each(places)(
    'no page of the %s has one, in light and dark, or is wider than a small phone',
    async (_, pathsOf) => {
      const { page, studio } = visit;
      const paths = await pathsOf();
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      await visit.open('/create/edit');
      await price().waitFor();
      for (const path of paths) {
        await page.goto(studio.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await faultsOf(page), path).toEqual([]);
      }
    },
  );

  it('no dialog and no result has one', async () => {
    const { page } = visit;
    await visit.open('/create/edit');
    await price().waitFor();
    await page.getByRole('radio', { name: 'Repaint an area' }).click();
    for (const name of [/Change$/, 'Paint a mask']) {
      await button(name).click();
      await page.getByRole('dialog').waitFor();
      expect(await barriersOf(page), String(name)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('radio', { name: 'Follow the prompt' }).click();
    await page.getByText('More settings').click();
    await button('Edit picture').click();
    await page.locator('img-comparison-slider').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await button('Publish').click();
    await page.getByRole('dialog').waitFor();
    expect(await barriersOf(page), 'publish').toEqual([]);
  });

  it('the example is run by keys alone', async () => {
    const { page } = visit;
    await visit.open('/create/edit');
    await price().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await button('Edit picture').focus();
    await page.keyboard.press('Enter');
    await page.locator('img-comparison-slider').waitFor();
    const style = () => page.locator('img-comparison-slider').evaluate((slider) => slider.getAttribute('style'));
    await page.locator('img-comparison-slider').focus();
    await page.keyboard.press('ArrowRight');
    expect(await style()).not.toBeNull();
  });
});
