import { isApiError } from '@image-studio/api-client';
import { texts } from '../texts/english.ts';

/** Micro-dollars for people: whole cents as such, smaller amounts with as many digits as they have. */
export function formatMoney(micros: number): string {
  if (micros === 0) return '$0';
  const digits = micros % 10_000 === 0 ? 2 : micros % 1000 === 0 ? 3 : micros % 100 === 0 ? 4 : 6;
  const sign = micros < 0 ? '−' : '';
  return `${sign}$${(Math.abs(micros) / 1_000_000).toFixed(digits)}`;
}

/** A price from: `free` or `$0.02`. */
export function formatPriceFrom(micros: number): string {
  return micros === 0 ? texts.free : formatMoney(micros);
}

/** Bytes as kB or MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Milliseconds as seconds, or minutes and seconds. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A moment as people of this browser write it. */
export function formatTime(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** An id of words as words: `search-replace` becomes `Search replace`. */
export function formatWords(id: string): string {
  const words = id
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What went wrong and what to do, for people. */
export function explainError(error: unknown): { readonly title: string; readonly hint: string } {
  if (!isApiError(error)) return texts.errors.unknown;
  const { message, hint, details } = error.problem;
  const issues = (details as { issues?: readonly { path: readonly (string | number)[]; message: string }[] })?.issues;
  const first = issues?.[0];
  if (first)
    return {
      title: `${first.path.length > 0 ? `${formatWords(String(first.path.at(-1)))}: ` : ''}${first.message}`,
      hint: '',
    };
  return { title: message, hint };
}
