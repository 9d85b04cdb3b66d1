import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { asOperator, patience, useVisit } from './visit.ts';

const visit = useVisit();
const { button, price } = visit;

/** The jobs of the sandbox go on until this is called. */
function holdJobs(): () => void {
  const { faults } = visit.studio.sandbox;
  faults.add({ kind: 'status_error', times: 1000 });
  return () => faults.clear();
}

async function startEdit(): Promise<void> {
  await price().waitFor();
  await visit.choose('qwen-edit');
  await expect.poll(() => price().innerText(), { timeout: patience }).toBe('$0.02');
  await button('Edit picture').click();
  await visit.page.getByText(/\d s elapsed/).waitFor();
}

describe('a run on its way', { timeout: patience }, () => {
  it('is found again after a reload, beside another one', async () => {
    const { page } = visit;
    const release = holdJobs();
    await visit.open('/create/edit');
    await startEdit();
    const first = page.url();
    await button('Edit picture').click();
    await expect.poll(() => page.url() !== first).toBe(true);
    await page.reload();
    await page.getByText(/\d s elapsed/).waitFor();
    const going = page.getByRole('img', { name: /Edit: (Working|Waiting)/ });
    await expect.poll(() => going.count(), { timeout: patience }).toBe(2);
    release();
    await page.locator('img-comparison-slider').waitFor();
    await expect.poll(() => page.getByRole('img', { name: 'Edit: Done' }).count(), { timeout: patience }).toBe(2);
  });

  it('goes on through a lost connection, which the page tells', async () => {
    const { page, context } = visit;
    const release = holdJobs();
    await visit.open('/create/edit');
    await startEdit();
    await context.setOffline(true);
    await page.getByText('No connection to the server').waitFor();
    release();
    await context.setOffline(false);
    await page.locator('img-comparison-slider').waitFor();
    expect(await page.getByText('No connection to the server').count()).toBe(0);
  });

  it('can be canceled, which is said until its end', async () => {
    const { page } = visit;
    const release = holdJobs();
    await visit.open('/create/edit');
    await startEdit();
    // At the vendor: what is canceled before ends at once.
    await page.getByRole('status').getByText('Editing').waitFor();
    await button('Cancel').click();
    await page.getByText('Cancel is asked for').waitFor();
    await page.reload();
    await page.getByText('Cancel is asked for').waitFor();
    release();
    await page.getByText(/^(Canceled|Compare)$/).waitFor();
    expect(await page.getByText('Cancel is asked for').count()).toBe(0);
  });
});

describe('a run that cannot be', { timeout: patience }, () => {
  it('is refused before it is pressed, with what is left, when the limit is reached', async () => {
    const { page, studio } = visit;
    const { key } = await asOperator(studio, 'POST', 'keys', { account: 'short', test: true });
    const limit = { meter: 'spend', limit: { max: 10_000 } };
    await asOperator(studio, 'PUT', 'accounts/short/limits', { test: true, ...limit });
    await visit.open('/create/edit', key);
    await page.getByText('$0.01 left to spend').waitFor();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/limit/i);
    expect(await button('Edit picture').isDisabled()).toBe(true);
  });

  it('is refused when the file is no picture', async () => {
    const { page } = visit;
    await visit.open('/create/upscale');
    const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('this is no picture') };
    await page.getByLabel('Picture', { exact: true }).last().setInputFiles(broken);
    await page.getByRole('alert').first().waitFor();
    expect(await button('Enlarge').isDisabled()).toBe(true);
  });

  it('says why it failed and that nothing was charged, and is run again with changes', async () => {
    const { page, studio } = visit;
    await visit.open('/create/edit');
    await price().waitFor();
    await visit.choose('qwen-edit');
    await expect.poll(() => price().innerText(), { timeout: patience }).toBe('$0.02');
    studio.sandbox.faults.add({ kind: 'moderation' });
    await button('Edit picture').click();
    await page.getByRole('heading', { name: 'Did not work' }).waitFor();
    await page.getByText('Nothing was charged.').waitFor();
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    await button('Run again with changes').click();
    await expect.poll(() => page.getByLabel('Prompt').inputValue()).toContain('dusk');
    await price().waitFor();
    await button('Edit picture').click();
    await page.locator('img-comparison-slider').waitFor();
  });
});

describe('a result', { timeout: patience }, () => {
  it('is looked at to its pixels, told as code without the key, and set to a format', async () => {
    const { page, context, studio } = visit;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit.open('/create/edit');
    await price().waitFor();
    await button('Edit picture').click();
    await page.locator('img-comparison-slider').waitFor();
    await button('Fit').click();
    await button('Zoom in').click();
    await button('200 %').waitFor();

    await button('Copy as').click();
    await page.getByRole('menuitem', { name: 'curl' }).click();
    await button('Copied').waitFor();
    const code = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(code).toContain(`curl ${studio.url}/v1/edit`);
    expect(code).not.toContain(studio.key);

    await button('Publish').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: 'Instagram, story' });
    const frame = dialog.getByRole('group', { name: /Drag the picture/ });
    const before = await frame.locator('img').getAttribute('style');
    await frame.press('ArrowLeft');
    expect(await frame.locator('img').getAttribute('style')).not.toBe(before);
    const [download] = await Promise.all([page.waitForEvent('download'), button('Download').last().click()]);
    expect(download.suggestedFilename()).toBe('instagram-story-1080x1920.png');
    const file = await readFile(await download.path());
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1080, 1920]);
  });
});
