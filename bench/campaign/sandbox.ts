import { createSandbox, listen, memoryFiles } from '@image-studio/sandbox';
import { type ClockSettings, createFastClock } from './fast-clock.ts';
import type { SandboxSettings } from './sandbox-process.ts';

// The sandbox in a process of its own, on the campaign's clock: one that ran by real time would date its jobs before they were asked for.

const { clock, at, jobMs } = JSON.parse(process.argv[2] ?? '{}') as SandboxSettings & { clock: ClockSettings };
const sandbox = createSandbox({
  clock: createFastClock(clock),
  files: memoryFiles({ maxBytes: 1e9 }),
  delayMs: { queue: 300, image: jobMs ?? 1_500 },
  balanceMicros: 1e12,
  stateless: false,
});
const { url } = await listen(sandbox, at ?? {});
console.log(JSON.stringify({ url }));
// It ends with the process that started it.
process.stdin.on('end', () => process.exit()).resume();
