import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { clockFromNow } from '../campaign/fast-clock.ts';

const program = `
  import { systemClock } from '@image-studio/core';
  const began = { wall: systemClock.now(), monotonic: systemClock.monotonic(), other: performance.now() };
  await systemClock.sleep(3000);
  const { wall, monotonic, other } = began;
  console.log(JSON.stringify([systemClock.now() - wall, systemClock.monotonic() - monotonic, performance.now() - other]));
`;

it('In a process on the campaign’s time the wall clock, the monotonic clock and pauses go at one speed', async () => {
  const preload = new URL('../campaign/fast-time.ts', import.meta.url).href;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', preload, '--input-type=module', '--eval', program],
    { cwd: import.meta.dirname, env: { ...process.env, CAMPAIGN_CLOCK: JSON.stringify(clockFromNow(10)) } },
  );
  const [wall, monotonic, other] = JSON.parse(stdout) as [number, number, number];
  expect(wall).toBeGreaterThanOrEqual(2900);
  expect(Math.abs(monotonic / wall - 1)).toBeLessThan(0.2);
  expect(Math.abs(other / wall - 1)).toBeLessThan(0.2);
});
