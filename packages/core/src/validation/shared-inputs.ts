import * as z from 'zod';

const side = z.int().min(16).max(16_384);

/** Words for a model. */
export const promptInput: z.ZodString = z.string().min(1).max(32_000);

/** Pixels wanted; the nearest the model can do is planned and stated in the warnings. */
export const sizeInput: z.ZodObject<{ width: z.ZodInt; height: z.ZodInt }, z.core.$strict> = z.strictObject({
  width: side,
  height: side,
});

/** A shape such as `16:9`; the nearest the model can do is planned and stated in the warnings. */
export const aspectRatioInput: z.ZodString = z
  .string()
  .regex(/^[1-9]\d{0,3}:[1-9]\d{0,3}$/, 'Expected a ratio such as 16:9');

/** Results wanted; above what one call makes, several calls are made. */
export const countInput: z.ZodInt = z.int().min(1).max(16);

/** The number that a result begins with: the same one makes about the same result again. 0 is a seed. */
export const seedInput: z.ZodInt = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The file format of pictures, for models that let one choose; others make what they make. */
export const outputFormatInput: z.ZodEnum<{ png: 'png'; jpeg: 'jpeg'; webp: 'webp' }> = z.enum(['png', 'jpeg', 'webp']);

/** The right to use a likeness: `true`, or a reference to where it was given. Kept with the run, never sent. */
export const consentInput: z.ZodUnion<readonly [z.ZodLiteral<true>, z.ZodString]> = z.union([
  z.literal(true),
  z
    .string()
    .min(1)
    .max(2_000)
    .refine((text) => !/^\s*(false|no|null|0)\s*$/i.test(text), 'Say where the consent was given, or leave it out'),
]);
