import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { barriersOf } from './barriers.ts';
import { openBrowser } from './browser.ts';
import { type StartedStudio, startStudio } from './started-studio.ts';

const patience = 90_000;
const photo = join(import.meta.dirname, '../public/sample.jpg');

let studio: StartedStudio;
let browser: Browser;
beforeAll(async () => {
  [studio, browser] = await Promise.all([startStudio(), openBrowser()]);
}, patience);
afterAll(async () => {
  await browser?.close();
  await studio?.stop();
}, patience);

let context: BrowserContext;
let page: Page;
let faults: string[];
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    // Refusals of the server, and routes that it does not have yet, are shown on the page; browsers report them too.
    if (message.type() === 'error' && !/^Failed to load resource|WebGL/.test(message.text()))
      faults.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  if (faults.length > 0) throw new Error(`The page complained: ${faults.join('; ')}`);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const slider = () => page.locator('img-comparison-slider');
const price = () => page.getByTestId('price');

/** Opens a page of the studio, signed in by the link. */
async function open(path: string): Promise<void> {
  await page.goto(studio.url + path + new URL(studio.link).hash);
}

describe('a first visit', { timeout: patience }, () => {
  it('by the printed link leads from the sample to a result, which is in the history and counted', async () => {
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
    await slider().waitFor();
    expect(await page.locator('img-comparison-slider img').count()).toBe(2);

    const run = page.url();
    await page.reload();
    await slider().waitFor();
    expect(page.url()).toBe(run);

    await page.getByRole('link', { name: 'History' }).click();
    await page.locator('main li a').first().click();
    await page.getByText('Charged').waitFor();
    expect(await page.locator('main').innerText()).toContain(quoted);

    await page.getByRole('link', { name: 'Usage' }).click();
    await page.getByText('Spent').waitFor();
    expect(await page.locator('main').innerText()).toContain(quoted);
  });

  it('without a key asks for one, and refuses what is none', async () => {
    await page.goto(studio.url);
    await page.getByLabel('API key').fill('nonsense');
    await button('Open the studio').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('API key').fill(new URLSearchParams(new URL(studio.link).hash.slice(1)).get('key') ?? '');
    await button('Open the studio').click();
    await page.getByRole('heading', { name: 'Edit' }).waitFor();
    expect(page.url()).toContain('/create/edit');
  });
});

describe('the work', { timeout: patience }, () => {
  it('an own picture is enlarged by a chosen model, free, and its result becomes the next input', async () => {
    await open('/create/upscale');
    await page.getByLabel('Picture', { exact: true }).last().setInputFiles(photo);
    await button(/Change$/).click();
    await page.getByRole('searchbox').fill('lanczos');
    await page.getByRole('dialog').getByRole('listitem').getByRole('button').click();
    await page.getByRole('radio', { name: '3×' }).click();
    await expect.poll(() => price().innerText(), { timeout: patience }).toBe('$0');
    await button('Enlarge').click();
    await slider().waitFor();
    await page.getByText('1920 × 1440').waitFor();
    await button('Use as input').click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.waitForURL('**/create/edit');
    await page.getByRole('button', { name: /^Remove: Picture/ }).waitFor();
  });

  it('a painted mask goes with the picture', async () => {
    await open('/create/edit');
    await page.getByRole('radio', { name: 'Erase an area' }).click();
    await button('Paint a mask').click();
    const canvas = page.getByRole('dialog').locator('canvas');
    const box = await canvas.boundingBox();
    await page.mouse.move(box!.x + 80, box!.y + 80);
    await page.mouse.down();
    await page.mouse.move(box!.x + 160, box!.y + 120, { steps: 4 });
    await page.mouse.up();
    await button('Use this mask').click();
    await button('Paint again').waitFor();
    await expect.poll(() => button('Edit picture').isEnabled(), { timeout: patience }).toBe(true);
    await button('Edit picture').click();
    await slider().waitFor();
    await page.goto(`${studio.url}/runs/${new URL(page.url()).searchParams.get('run')}`);
    await page.getByText('What was asked').waitFor();
    expect(await page.locator('main aside').innerText()).toContain('Mask');
  });

  it('a reload in the middle finds the run again', async () => {
    await open('/create/generate');
    await page.getByLabel('Prompt').fill('a harbour at night');
    await price().waitFor();
    await button('Generate').click();
    await page.waitForURL('**run=run_*');
    await page.reload();
    const link = page.getByRole('link', { name: 'Download' });
    expect(await link.getAttribute('href')).toMatch(/^\/v1\/assets\/asset_/);
  });

  it('a 3D model can be turned, and a video plays', async () => {
    await open('/create/3d');
    await page.getByLabel('Picture', { exact: true }).last().setInputFiles(photo);
    await price().waitFor();
    await button('Make 3D model').click();
    await page.getByText(/Triangles \d/).waitFor();
    await open('/create/video');
    await page.getByLabel('Picture', { exact: true }).last().setInputFiles(photo);
    await price().waitFor();
    await button('Make video').click();
    expect(await page.locator('video').getAttribute('src')).toMatch(/^\/v1\/assets\//);
  });

  it('a refusal says why before anything is pressed', async () => {
    await open('/create/upscale');
    const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('this is no picture') };
    await page.getByLabel('Picture', { exact: true }).last().setInputFiles(broken);
    await page.getByRole('alert').first().waitFor();
    expect(await button('Enlarge').isDisabled()).toBe(true);
  });
});

describe('accessibility', { timeout: patience }, () => {
  it.each(['light', 'dark'] as const)('no page has a barrier in %s colours', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open('/create/edit');
    await price().waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await button(/Change$/).click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    if (colorScheme === 'light') {
      await button('Edit picture').click();
      await slider().waitFor();
      expect(await barriersOf(page)).toEqual([]);
    }
    for (const path of ['/create/video', '/history', '/models', '/usage', '/keys']) {
      await page.goto(studio.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await barriersOf(page), path).toEqual([]);
    }
  });

  it('nothing is wider than a small phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['/create/edit', '/create/3d', '/history', '/models', '/usage', '/keys']) {
      await open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});
