import { expect, it } from 'vitest';
import { patience, useVisit } from './visit.ts';

const visit = useVisit();

it(
  'the reference of the HTTP API shows its routes, and nothing of it is fetched from elsewhere',
  async () => {
    const { page, studio } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${studio.url}/docs`);
    await page.getByText('/v1/edit/quote').first().waitFor();
    await page.mouse.wheel(0, 20_000);
    await page.waitForLoadState('networkidle');
    const elsewhere = asked.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== studio.url);
    expect(asked).toContain(`${studio.url}/openapi.json`);
    expect(elsewhere).toEqual([]);
  },
  patience,
);

it(
  'a browser without script gets the plain page',
  async () => {
    const { browser, studio } = visit;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${studio.url}/docs`);
    await page.waitForURL(`${studio.url}/docs/plain`);
    expect(await page.getByText('/v1/runs/{id}/events').count()).toBeGreaterThan(0);
    await context.close();
  },
  patience,
);
