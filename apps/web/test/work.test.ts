import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { patience, photo, useVisit } from './visit.ts';

const visit = useVisit();
const { button, price } = visit;
const slider = () => visit.page.locator('img-comparison-slider');
const picture = () => visit.page.getByLabel('Picture', { exact: true }).last();

describe('the work', { timeout: patience }, () => {
  it('goes from an upload over a painted mask to a comparison, the history and the usage', async () => {
    const { page, studio } = visit;
    const paid = studio.sandbox.bills().length;
    await visit.open('/create/edit');
    await button(/^Remove: Picture/).click();
    await picture().setInputFiles(photo);
    await page.getByRole('radio', { name: 'Erase an area' }).click();
    await page.getByText('Still needed: mask').waitFor();
    await button('Paint a mask').click();
    const box = await page.getByRole('dialog').locator('canvas').boundingBox();
    await page.mouse.move(box!.x + 80, box!.y + 80);
    await page.mouse.down();
    await page.mouse.move(box!.x + 160, box!.y + 120, { steps: 4 });
    await page.mouse.up();
    await button('Use this mask').click();
    await button('Paint again').waitFor();
    await price().waitFor();
    const quoted = await price().innerText();
    await button('Edit picture').click();
    await slider().waitFor();
    const [, run = ''] = /run=(run_\w+)/.exec(page.url()) ?? [];

    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('radio', { name: 'Edit' }).click();
    await page.locator(`main li a[href="/runs/${run}"]`).click();
    await page.getByText('What was asked').waitFor();
    const facts = await page.locator('main aside').innerText();
    expect(facts).toContain('Mask');
    expect(facts).toContain(quoted);
    expect(studio.sandbox.bills()).toHaveLength(paid + 1);

    await page.getByRole('link', { name: 'Usage' }).click();
    await page.getByRole('row', { name: new RegExp(`Edit.*Done.*\\${quoted}`) }).waitFor();

    await page.goto(`${studio.url}/runs/${run}`);
    await button('Delete').click();
    await page
      .getByRole('group', { name: /Delete this run/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.waitForURL('**/history');
    await page.getByText('No runs yet').waitFor();
  });

  it('takes a mask from a file, too, for those who do not paint', async () => {
    await visit.open('/create/edit');
    await visit.page.getByRole('radio', { name: 'Erase an area' }).click();
    const size = { width: 1200, height: 900 };
    const mask = sharp({ create: { ...size, channels: 3, background: 'white' } });
    const file = { name: 'mask.png', mimeType: 'image/png', buffer: await mask.png().toBuffer() };
    await visit.page.getByLabel('File of the mask').setInputFiles(file);
    await button('Paint again').waitFor();
    await price().waitFor();
    expect(await button('Edit picture').isEnabled()).toBe(true);
  });

  it.each([
    ['generate', 'Generate', 'img[alt="Result"]'],
    ['character', 'Make picture', 'img-comparison-slider'],
    ['faceswap', 'Swap face', 'img-comparison-slider'],
    ['translate', 'Translate', 'img-comparison-slider'],
    ['3d', 'Make 3D model', 'model-viewer'],
    ['video', 'Make video', 'video'],
  ])('%s goes from its example to a result', async (operation, verb, result) => {
    const { page } = visit;
    await visit.open(`/create/${operation}`);
    await visit.example();
    await button(verb).last().click();
    await page.locator(result).waitFor();
    const link = page.getByRole('link', { name: 'Download' });
    expect(await link.getAttribute('href')).toMatch(/^\/v1\/assets\/asset_/);
    if (operation === '3d') await page.getByText(/Triangles \d/).waitFor();
  });

  it('an own picture is enlarged by a chosen model, free, and its result becomes the next input', async () => {
    const { page } = visit;
    await visit.open('/create/upscale');
    await picture().setInputFiles(photo);
    await visit.choose('lanczos');
    await page.getByRole('radio', { name: '3×' }).click();
    await expect.poll(() => price().innerText(), { timeout: patience }).toBe('$0');
    await button('Enlarge').click();
    await slider().waitFor();
    await page.getByText('1920 × 1440').waitFor();
    await button('Use as input').click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.waitForURL('**/create/edit');
    await button(/^Remove: Picture/).waitFor();
  });

  it('a picture is extended at its sides, and a thing in it is found by words', async () => {
    const { page } = visit;
    await visit.open('/create/edit');
    await price().waitFor();
    await page.getByRole('radio', { name: 'Extend the picture' }).click();
    await page.getByLabel('Left').fill('64');
    await expect.poll(() => price().innerText(), { timeout: patience }).toBe('$0.04');
    await button('Edit picture').click();
    await page.getByText('704 × 480').waitFor();
    await page.getByRole('radio', { name: 'Find and replace' }).click();
    await page.getByText('Still needed: what to look for').waitFor();
    await page.getByLabel('What to look for').fill('the sun');
    await expect.poll(() => price().innerText(), { timeout: patience }).toBe('$0.05');
  });

  it('a model is found in the table, and the form is the one of that model', async () => {
    const { page } = visit;
    await visit.open('/models');
    await page.getByRole('radio', { name: 'Generate' }).click();
    await page.getByRole('radio', { name: 'Table' }).click();
    await page.getByRole('searchbox').fill('flux dev');
    await page.getByRole('combobox', { name: 'Vendor' }).selectOption('wavespeed');
    await page.getByRole('row').getByRole('button').first().click();
    await page.waitForURL('**/create/generate');
    await page.getByText('More settings').click();
    await page.getByRole('slider', { name: 'Steps' }).press('ArrowRight');
    const seed = page.getByLabel('Seed', { exact: true });
    await button('Draw a seed').click();
    expect(Number(await seed.inputValue())).toBeGreaterThan(0);
    await page.getByLabel('Prompt').fill('a lighthouse');
    await button('Generate').last().click();
    await page.waitForURL('**run=run_*');
    await button('Copy as').waitFor();
  });
});
