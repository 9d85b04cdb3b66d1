import type { Run } from '@image-studio/api-client';

const startedPlace = 'image-studio.started';
const timingsPlace = 'image-studio.timings';

/** Has this browser ever started a run? */
export function hasStartedRuns(): boolean {
  return read(startedPlace, false);
}

/** Remembers that this browser has started one. */
export function rememberStart(): void {
  write(startedPlace, true);
}

/** Remembers how long a model took, for the next time. */
export function rememberTiming({ model, state, timings }: Run): void {
  if (state !== 'succeeded') return;
  write(timingsPlace, { ...read<Record<string, number>>(timingsPlace, {}), [model]: timings.total });
}

/** How long this model took the last time, in milliseconds. */
export function usualTiming(model: string): number | undefined {
  return read<Record<string, number>>(timingsPlace, {})[model];
}

function read<Value>(place: string, otherwise: Value): Value {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as Value | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(place: string, value: unknown): void {
  localStorage.setItem(place, JSON.stringify(value));
}
