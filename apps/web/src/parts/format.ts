import { isApiError } from '@image-studio/api-client';
import { texts } from '../texts/english.ts';

/** Micro-dollars for people: whole cents as such, smaller amounts with as many digits as they have. */
export function formatMoney(micros: number): string {
  if (micros === 0) return '$0';
  const digits = micros % 10_000 === 0 ? 2 : micros % 1000 === 0 ? 3 : micros % 100 === 0 ? 4 : 6;
  const sign = micros < 0 ? '−' : '';
  return `${sign}$${(Math.abs(micros) / 1_000_000).toFixed(digits)}`;
}

/** The same to the cent, for sums that are only looked at. */
export function formatCents(micros: number): string {
  const cents = Math.round(micros / 10_000);
  if (cents === 0 && micros !== 0) return formatMoney(micros);
  return `${cents < 0 ? '−' : ''}$${(Math.abs(cents) / 100).toFixed(2)}`;
}

/** The same with four digits at most, for lists; the whole amount stands with the run. */
export function formatShortMoney(micros: number): string {
  return formatMoney(Math.abs(micros) < 100 ? micros : Math.round(micros / 100) * 100);
}

/** A price from: `free` or `$0.02`. */
export function formatPriceFrom(micros: number): string {
  return micros === 0 ? texts.free : formatMoney(micros);
}

/** Bytes as kB or MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`;
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

/** A day as people of this browser write it. */
export function formatDay(iso: string): string {
  return new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** An id of words as words: `search-replace` becomes `Search replace`. */
export function formatWords(id: string): string {
  const words = id
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What went wrong and what to do, for people: an error of the client, or one that stands in an answer. */
export function explainError(error: unknown): { readonly title: string; readonly hint: string } {
  const said = isApiError(error) ? error.problem : error;
  if (!isSaid(said)) return texts.errors.unknown;
  const { message, hint = '', details } = said;
  const issues = (details as { issues?: readonly { path: readonly (string | number)[]; message: string }[] })?.issues;
  const first = issues?.[0];
  if (first)
    return {
      title: `${first.path.length > 0 ? `${formatWords(String(first.path.at(-1)))}: ` : ''}${first.message}`,
      hint: '',
    };
  return { title: message, hint };
}

function isSaid(error: unknown): error is { message: string; hint?: string; details?: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}
