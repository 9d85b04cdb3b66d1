import { StudioError } from '@image-studio/core';

/** The storage said no to a request. */
export function refused({ status }: Response, verb: 'read' | 'written' | 'removed'): StudioError {
  const why = status === 403 ? ' Check the access key and its rights to the bucket.' : '';
  return new StudioError('internal', `The file could not be ${verb} in the bucket (HTTP ${status}).${why}`);
}
