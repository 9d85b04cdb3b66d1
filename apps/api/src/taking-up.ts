import type { ResumeOptions } from '@image-studio/core';
import type { Composition } from './compose.ts';

/** Takes up open calls: those of owners that are gone until that was once done to the end, though the database break off, then what is overdue. */
export function takingUp(
  { resume }: Pick<Composition, 'resume'>,
  takeOver: NonNullable<ResumeOptions['takeOver']>,
): () => Promise<void> {
  let options: ResumeOptions = { takeOver };
  return async () => {
    await resume(options);
    options = {};
  };
}
