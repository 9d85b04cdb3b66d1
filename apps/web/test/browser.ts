import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A real Chromium: that of `CHROME_PATH`, the system's, or the one that came from npm. */
export async function openBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  const installed = [CHROME_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: quiet });
  // In one process, as it asks for, it would end with the first window that is closed.
  const args = sparticuz.args.filter((argument) => argument !== '--single-process');
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...args, ...quiet] });
}
