import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Run } from '@image-studio/api-client';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../test/browser.ts';
import { type StartedStudio, startStudio } from '../test/started-studio.ts';
import { makeContent } from './example-content.ts';

// `pnpm screenshots` makes the pictures of the README anew; `pnpm screenshots FOLDER` takes every page in every look into a folder, to
// be looked at.

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** These pages only. */
  readonly only?: readonly string[];
}
interface Shot {
  readonly name: string;
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly then?: (page: Page) => Promise<void>;
}

const forReadme = join(import.meta.dirname, '../../../docs/images');
const wide = { width: 1440, height: 900 };
const looks: readonly Look[] = [
  { name: 'wide-light', ...wide, colorScheme: 'light' },
  { name: 'wide-dark', ...wide, colorScheme: 'dark' },
  { name: 'narrow-light', width: 360, height: 740, colorScheme: 'light' },
  { name: 'narrow-dark', width: 360, height: 740, colorScheme: 'dark' },
  { name: '4k-light', width: 3840, height: 2160, colorScheme: 'light', only: ['create-compare', 'usage', 'history'] },
];

const [folder] = process.argv.slice(2);
const studio = await startStudio();
const browser = await openBrowser();
try {
  const runs = await makeContent(studio);
  if (folder === undefined) await takeForReadme(runs);
  else await takeAll(resolve(folder), runs);
} finally {
  await browser.close();
  await studio.stop();
}

async function takeForReadme(runs: Readonly<Record<string, Run>>): Promise<void> {
  const [light, dark] = looks as [Look, Look];
  const byName = (name: string) => shotsOf(runs).find((shot) => shot.name === name)!;
  await take(light, [byName('create-compare')], forReadme, () => 'compare');
  await take(dark, [byName('3d')], forReadme, () => 'model');
  await take(light, [byName('usage')], forReadme, () => 'usage');
}

async function takeAll(into: string, runs: Readonly<Record<string, Run>>): Promise<void> {
  for (const look of looks) await take(look, shotsOf(runs), into, ({ name }) => `${name}-${look.name}`);
}

async function take(look: Look, shots: readonly Shot[], into: string, nameOf: (shot: Shot) => string): Promise<void> {
  await mkdir(into, { recursive: true });
  const page = await openPage(browser, studio, look);
  for (const shot of shots.filter(({ name }) => look.only?.includes(name) ?? true)) {
    await page.goto(studio.url + shot.path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shot.then?.(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate('document.fonts.ready');
    const picture = await page.screenshot({ animations: 'disabled' });
    // 256 colours are enough for a page, and a third of the bytes.
    await sharp(picture)
      .png({ palette: true, effort: 10 })
      .toFile(join(into, `${nameOf(shot)}.png`));
  }
  await page.context().close();
}

async function openPage(from: Browser, { link }: StartedStudio, { width, height, colorScheme }: Look): Promise<Page> {
  const context = await from.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByTestId('price').waitFor();
  return page;
}

function shotsOf(runs: Readonly<Record<string, Run>>): readonly Shot[] {
  const of = (name: string) => `/runs/${runs[name]?.id}`;
  const click = (name: string) => async (page: Page) => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor();
  };
  return [
    { name: 'create', path: '/create/edit', then: (page) => page.getByTestId('price').waitFor() },
    {
      name: 'create-compare',
      path: `/create/edit?run=${runs['edit']?.id}`,
      then: (page) => page.locator('img-comparison-slider').waitFor(),
    },
    { name: 'create-faceswap', path: '/create/faceswap' },
    { name: 'create-video', path: '/create/video' },
    { name: 'picker', path: '/create/edit', then: click('Change') },
    { name: 'history', path: '/history' },
    { name: 'models', path: '/models' },
    {
      name: 'models-table',
      path: '/models',
      then: (page) => page.getByRole('radio', { name: 'Table' }).click(),
    },
    { name: 'usage', path: '/usage' },
    { name: 'keys', path: '/keys' },
    {
      name: 'webhooks',
      path: '/webhooks',
      then: async (page) => {
        await page.getByRole('button', { name: 'Deliveries' }).click();
        await page
          .getByRole('button', { name: /^Send again/ })
          .first()
          .waitFor();
      },
    },
    { name: 'run', path: of('edit') },
    { name: 'run-two', path: of('generate') },
    { name: 'failed', path: of('failed') },
    { name: '3d', path: of('3d'), then: turnModel },
    { name: 'video', path: of('video') },
    { name: 'publish', path: of('edit'), then: click('Publish') },
  ];
}

/** The 3D model from a side that shows it, standing still. */
async function turnModel(page: Page): Promise<void> {
  await page.getByText(/Triangles \d/).waitFor();
  await page.locator('model-viewer').evaluate((viewer) => {
    viewer.removeAttribute('auto-rotate');
    viewer.setAttribute('camera-orbit', '28deg 78deg auto');
    (viewer as unknown as { jumpCameraToGoal(): void }).jumpCameraToGoal();
  });
}
