import type { Models } from './model.ts';

type Joined<Parts extends readonly Models[]> = Parts extends readonly [
  infer First,
  ...infer Rest extends readonly Models[],
]
  ? First & Joined<Rest>
  : unknown;

/** The rows of manifests as one. What stands behind a getter is made when it is first asked for, and once: a program needs few of hundreds of rows. */
export function joinRows<const Parts extends readonly Models[]>(...parts: Parts): Joined<Parts> {
  const rows = {};
  for (const part of parts) {
    for (const [id, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(part))) {
      let row = value;
      Object.defineProperty(rows, id, { enumerable: true, get: () => (row ??= get?.call(part)) });
    }
  }
  return rows as Joined<Parts>;
}
