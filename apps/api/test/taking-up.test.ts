import type { ResumeOptions } from '@image-studio/core';
import { expect, it } from 'vitest';
import { takingUp } from '../src/taking-up.ts';

it('takes over from owners that are gone until that was once done to its end, then what is overdue', async () => {
  const asked: (ResumeOptions | undefined)[] = [];
  const answers = [() => Promise.reject(new Error('The database is away')), async () => 3, async () => 0];
  const resume = (options?: ResumeOptions) => {
    asked.push(options);
    return answers[asked.length - 1]!();
  };
  const takeUp = takingUp({ resume }, true);
  await expect(takeUp()).rejects.toThrow('The database is away');
  await takeUp();
  await takeUp();
  expect(asked).toEqual([{ takeOver: true }, { takeOver: true }, {}]);
});
