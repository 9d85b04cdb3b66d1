import { StudioError } from '../errors/studio-error.ts';

const segment = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/**
 * Checks a storage key such as `run_x/call_y/0`: parts of letters, digits, `_`, `-` and `.` between slashes, 512 characters at most.
 * Throws `invalid_request` for anything else, so that `..`, absolute paths, backslashes and NUL never reach a file system.
 */
export function checkAssetKey(key: string): void {
  if (key.length <= 512 && key.split('/').every((part) => segment.test(part) && !part.endsWith('.'))) return;
  throw new StudioError(
    'invalid_request',
    'This storage key is not allowed: use parts of letters, digits, "_", "-" and "." between slashes.',
    { details: { issues: [{ path: ['key'], message: 'Expected a key such as run_x/call_y/0' }] } },
  );
}

/** Checks a byte range of a file: whole numbers, `end` not before `start`. Throws `invalid_request`. */
export function checkRange(range: { readonly start: number; readonly end?: number } | undefined): void {
  if (range === undefined) return;
  const { start, end = Number.MAX_SAFE_INTEGER } = range;
  if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start) return;
  throw new StudioError(
    'invalid_request',
    'This byte range is not valid: start at 0 or later and end after the start.',
    {
      details: { issues: [{ path: ['range'], message: 'Expected 0 <= start <= end in whole bytes' }] },
    },
  );
}

/** The refusal of a file that is larger than `maxBytes`. */
export function tooLarge(maxBytes: number): StudioError<'input_too_large'> {
  return new StudioError('input_too_large', `The file is larger than the limit of ${maxBytes} bytes.`);
}
