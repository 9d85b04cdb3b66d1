import { openBrowser } from '../test/browser.ts';
const [, , key = '', width = '1440', height = '900', scheme = 'light', ...paths] = process.argv;
const browser = await openBrowser();
const context = await browser.newContext({
  viewport: { width: Number(width), height: Number(height) },
  colorScheme: scheme as 'light',
  locale: 'en-GB',
});
const page = await context.newPage();
page.on('pageerror', (e) => console.log('ERR', e.message));
page.on('console', (m) => m.type() === 'error' && console.log('CON', m.text()));
await page.goto(`http://127.0.0.1:8791/webhooks#key=${key}`);
for (const [i, path] of paths.entries()) {
  await page.goto(`http://127.0.0.1:8791${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `/tmp/peek-${i}.png`, animations: 'disabled' });
}
await browser.close();
