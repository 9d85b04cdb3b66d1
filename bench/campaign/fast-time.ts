import type { ClockSettings } from './fast-clock.ts';

// Loaded before the app (`node --import`): the whole process lives by the campaign's clock, its time-outs too. The settings are in the
// environment; the supervisor's messages make the wall clock jump. The process ends with the one that started it.

const { origin, started, speed } = JSON.parse(process.env['CAMPAIGN_CLOCK'] ?? '{}') as ClockSettings;
const real = { now: Date.now, monotonic: performance.now.bind(performance), setTimeout, setInterval };
const longest = 2 ** 31 - 1;
let jumped = 0;

Date.now = () => origin + (real.now() - started) * speed + jumped;
Object.defineProperty(performance, 'now', { value: () => real.monotonic() * speed });
const hrtime = (): [number, number] => {
  const ms = real.monotonic() * speed;
  return [Math.floor(ms / 1000), (ms % 1000) * 1e6];
};
process.hrtime = Object.assign(hrtime, { bigint: () => BigInt(Math.round(real.monotonic() * speed * 1e6)) });
const faster =
  (start: typeof setTimeout | typeof setInterval) =>
  (task: () => void, ms = 0, ...rest: []) =>
    start(task, Math.min(longest, ms / speed), ...rest);
globalThis.setTimeout = Object.assign(faster(real.setTimeout), real.setTimeout) as typeof setTimeout;
globalThis.setInterval = Object.assign(faster(real.setInterval), real.setInterval) as typeof setInterval;
const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => timeout(Math.ceil(ms / speed));

process.on('message', ({ jumpMs }: { readonly jumpMs: number }) => void (jumped += jumpMs));
process.on('disconnect', () => process.exit());
process.channel?.unref();
