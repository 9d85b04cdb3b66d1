import { dirname } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type StartedApp, startApp } from './started-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The one app of the run, whose operator has {@link adminKey}. */
    readonly app: StartedApp;
  }
}

/** The key of the app's operator. */
export const adminKey = 'the-operators-own-key';

/** Starts one app for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = dirname(dirname(import.meta.dirname));
  const { app, stop } = await startApp(root, { IMAGE_STUDIO_ADMIN_KEY: adminKey });
  project.provide('app', app);
  return stop;
}
