import type { WireMap } from '@image-studio/core';
import * as z from 'zod';

const field = z.string().min(1);
const mark = z.enum(['white', 'black', 'transparent']);
const numbers = z.record(z.string(), z.number());
const words = z.record(z.string(), z.string());
const bounds = { min: z.number(), max: z.number() };
const count = z.int().min(0).optional();

const form = z.union(
  [
    field,
    z.strictObject({ field, as: z.literal('text'), min: count, max: count }),
    z.strictObject({ field, as: z.literal('picture'), ...pictureBounds() }),
    z.strictObject({ field, as: z.literal('list'), min: count, max: z.int().min(1), edit: mark.optional() }),
    z.strictObject({ field, as: z.literal('mask'), edit: mark }),
    z.strictObject({ field, as: z.literal('size'), separator: z.string(), ...bounds }),
    z.strictObject({ field, as: z.literal('size'), separator: z.string(), values: z.array(z.string()).min(1) }),
    z.strictObject({ field, as: z.literal('sides'), ...bounds }),
    z.strictObject({ field, as: z.literal('aspect'), values: z.array(z.string()).min(1) }),
    z.strictObject({ field, as: z.literal('nearest'), values: z.array(z.union([z.number(), z.string()])).min(1) }),
    z.strictObject({ field, as: z.literal('range'), ...bounds }),
    z.strictObject({ field, as: z.literal('megapixels'), ...bounds, whole: z.boolean() }),
    z.strictObject({ field, as: z.literal('longest-side'), values: numbers }),
    z.strictObject({ field, as: z.literal('resolution'), values: numbers }),
    z.strictObject({ field, as: z.literal('choice'), values: words }),
    z.strictObject({ field, as: z.literal('language'), values: words }),
    z.strictObject({ field, as: z.literal('count'), max: z.int().min(1) }),
  ],
  { error: "Expected the vendor's field name, or { field, as, ... }" },
);

/** How inputs travel in the vendor's body, as core's `WireMap` says it. */
export const wireSchema: z.ZodType<WireMap> = z.record(z.string(), form) as unknown as z.ZodType<WireMap>;

function pictureBounds() {
  const each = ['minSide', 'maxSide', 'minPixels', 'maxPixels', 'maxRatio', 'maxBytes'] as const;
  const limits = Object.fromEntries(each.map((name) => [name, z.number().positive().optional()]));
  return { ...limits, mediaTypes: z.array(z.string()).optional() };
}
