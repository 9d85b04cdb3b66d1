/** Who a task is written with. */
export const writers = ['ours', 'openai', 'ai-sdk', 'wavespeed'] as const;

/** One of {@link writers}. */
export type Writer = (typeof writers)[number];

/** A task that a caller has, and what the programs with each library still lack. A writer without a gap here cannot do it at all. */
export interface Task {
  readonly name: string;
  readonly what: string;
  readonly gaps: Partial<Record<Writer, string>>;
  /** Killed in the middle of its job, then started again. */
  readonly isKilled?: true;
}

/** The five tasks. Each is a program `<writer>/<name>` with the same inputs and the same result. */
export const tasks: readonly Task[] = [
  {
    name: 'masked-edit',
    what: 'masked edit',
    gaps: {
      ours: '',
      openai: 'mask converted by hand; a cut connection pays twice',
      'ai-sdk': 'mask converted by hand; a cut connection pays twice',
    },
  },
  {
    name: 'upscale',
    what: 'upscale',
    gaps: { ours: '', wavespeed: 'price not known before; a broken file goes unnoticed' },
  },
  {
    name: 'user-budget',
    what: 'a budget per user',
    gaps: {
      ours: '',
      openai: 'one process only; a crash keeps money held; a price list by hand; no report',
      'ai-sdk': 'one process only; a crash keeps money held; a price list by hand; no report',
    },
  },
  {
    name: 'resume',
    what: 'resume after a crash',
    isKilled: true,
    gaps: { ours: '', wavespeed: 'a crash right after the paid request pays twice; the client itself is of no use' },
  },
  {
    name: 'image-to-3d',
    what: 'image to 3D',
    gaps: { ours: '', wavespeed: 'price not known before; only the first bytes of the file are looked at' },
  },
];
