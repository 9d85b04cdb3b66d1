import { StudioError } from '@image-studio/core';

/** A refusal before or instead of work: nothing is billed. `input` is the field that is wrong. */
export function refused(input: string, message: string, cause?: unknown): StudioError<'invalid_request'> {
  return new StudioError('invalid_request', message, {
    billed: 'no',
    failure: 'refused',
    details: { issues: [{ path: [input], message }] },
    cause,
  });
}
