import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { type StartedStudio, startStudio } from './started-studio.ts';

/** How long a journey may take on a busy machine. */
export const patience = 180_000;

/** A landscape of 640 × 480. */
export const photo = join(import.meta.dirname, '../public/sample.jpg');

/** A visit of the page in a browser window of its own, and what the journeys do there. */
export interface Visit {
  readonly studio: StartedStudio;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens an address of the page, signed in with the local test key or another one. */
  open(path: string, key?: string): Promise<void>;
  button(name: string | RegExp): Locator;
  /** Chooses a model by what the search finds first. */
  choose(words: string): Promise<void>;
  /** Fills in the operation's worked example and waits for its price. */
  example(): Promise<void>;
  /** The price beside the button. */
  price(): Locator;
}

/** A studio and a browser for a test file, and a new window for each test; a complaint of the page fails its test. */
export function useVisit(): Visit {
  const visit = {} as { studio: StartedStudio; browser: Browser; context: BrowserContext; page: Page };
  let faults: string[];
  beforeAll(async () => {
    [visit.studio, visit.browser] = await Promise.all([startStudio(), openBrowser()]);
  }, patience);
  afterAll(async () => {
    await visit.browser?.close();
    await visit.studio?.stop();
  }, patience);
  beforeEach(async () => {
    visit.context = await visit.browser.newContext({ viewport: { width: 1280, height: 900 } });
    visit.page = await visit.context.newPage();
    visit.page.setDefaultTimeout(60_000);
    faults = [];
    visit.page.on('pageerror', ({ message }) => faults.push(message));
    visit.page.on('console', (message) => {
      // Refusals of the server are shown on the page; browsers report them too.
      if (message.type() === 'error' && !/^Failed to load resource|WebGL/.test(message.text()))
        faults.push(message.text());
    });
  }, patience);
  afterEach(async () => {
    visit.studio.sandbox.faults.clear();
    await visit.context.close();
    if (faults.length > 0) throw new Error(`The page complained: ${faults.join('; ')}`);
  }, patience);
  const button = (name: string | RegExp) => visit.page.getByRole('button', { name });
  const price = () => visit.page.getByTestId('price');
  return Object.assign(visit, {
    button,
    price,
    open: async (path: string, key: string = visit.studio.key) => {
      await visit.page.goto(`${visit.studio.url}${path}#key=${key}`);
    },
    choose: async (words: string) => {
      await button(/Change$/).click();
      await visit.page.getByRole('searchbox').fill(words);
      await visit.page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
    },
    example: async () => {
      await button('Fill in an example').click();
      await price().waitFor();
      await expect.poll(() => visit.page.locator('main button:disabled').count(), { timeout: patience }).toBe(0);
    },
  });
}

/** Asks the API as the operator. */
export async function asOperator(
  { url, adminKey }: StartedStudio,
  method: string,
  path: string,
  body: object,
): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/admin/${path}`, { method, headers, body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as Record<string, string>;
}
