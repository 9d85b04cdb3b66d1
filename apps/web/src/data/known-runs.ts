import type { Run } from '@image-studio/api-client';

const runsPlace = 'image-studio.runs';
const timingsPlace = 'image-studio.timings';
const most = 200;

interface KnownRun {
  readonly id: string;
  readonly operation: string;
  /** The end of the key that started it: runs of another key cannot be read. */
  readonly of: string;
}

/** The runs that this browser started with this key, newest first. */
export function knownRuns(key: string): readonly KnownRun[] {
  return read<readonly KnownRun[]>(runsPlace, []).filter((run) => run.of === key.slice(-8));
}

/** Has this browser ever started a run? */
export function hasStartedRuns(): boolean {
  return read<readonly KnownRun[]>(runsPlace, []).length > 0;
}

/** Remembers a run that was just started. */
export function rememberRun({ id, operation }: Run, key: string): void {
  const others = read<readonly KnownRun[]>(runsPlace, []).filter((run) => run.id !== id);
  write(runsPlace, [{ id, operation, of: key.slice(-8) }, ...others].slice(0, most));
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
