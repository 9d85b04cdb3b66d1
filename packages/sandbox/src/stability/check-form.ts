import { pictureSize } from '../media/open-picture.ts';
import type { Size } from '../wavespeed/output-size.ts';
import { badRequest, refuse } from './answers.ts';
import type { Endpoint, Field, PictureRule } from './endpoint.ts';
import type { Form } from './read-form.ts';

const longestText = 10_000;

/** The sizes of a form's pictures, or how the vendor refuses the form: missing, unknown and unfit fields, and other languages than English. */
export async function checkForm(endpoint: Endpoint, form: Form): Promise<Readonly<Record<string, Size>> | Response> {
  const { fields, oneOf, requires = {} } = endpoint;
  const given = new Set([...Object.keys(form.texts), ...Object.keys(form.files)]);
  const unknown = [...given].find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return badRequest(`${unknown}: is not allowed`);
  const missing = Object.entries(fields).find(([name, field]) => 'required' in field && !given.has(name));
  if (missing) return badRequest(`${missing[0]}: is required`);
  const lonely = Object.entries(requires).find(
    ([name, others]) => given.has(name) && !others.some((one) => given.has(one)),
  );
  if (lonely) return badRequest(`${lonely[0]}: needs ${lonely[1].join(' or ')}`);
  if (oneOf && !oneOf.some((name) => given.has(name) && form.texts[name] !== '0'))
    return badRequest(`at least one of ${oneOf.join(', ')} is required`);
  const fault = Object.entries(form.texts).map(([name, text]) =>
    textFault(fields[name]!, text)?.replace(/^/, `${name}: `),
  );
  const first = fault.find((one) => one !== undefined) ?? modeFault(endpoint, given, form.texts['mode']);
  if (first !== undefined) return badRequest(first);
  if (Object.entries(form.texts).some(([name, text]) => fields[name]?.type === 'text' && foreign.test(text)))
    return refuse(422, 'invalid_language', 'English is the only supported language for this service.');
  return checkPictures(endpoint, form);
}

/** A letter of another script than the Latin one. */
const foreign = /(?!\p{Script=Latin})\p{L}/u;

function textFault(field: Field, text: string): string | undefined {
  if (field.type === 'picture') return 'must be a file';
  if (field.type === 'choice') return field.of.includes(text) ? undefined : `must be one of ${field.of.join(', ')}`;
  if (field.type === 'text') {
    if (text.length > longestText) return `must be at most ${longestText} characters`;
    return text.length < field.least ? 'must not be empty' : undefined;
  }
  const [least, most] = field.bounds;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value) || (field.type === 'integer' && !Number.isInteger(value))) return `must be a ${field.type}`;
  return value < least || value > most ? `must be between ${least} and ${most}` : undefined;
}

/** Stable Diffusion 3.5 is told whether there is a picture, and takes a shape only when there is none. */
function modeFault({ fields }: Endpoint, given: ReadonlySet<string>, mode: string | undefined): string | undefined {
  if (!Object.hasOwn(fields, 'mode')) return undefined;
  const withPicture = mode === 'image-to-image';
  if (withPicture !== given.has('image')) return `mode: must be ${withPicture ? 'text' : 'image'}-to-image`;
  return withPicture && given.has('aspect_ratio') ? 'aspect_ratio: only for text-to-image' : undefined;
}

async function checkPictures({ fields }: Endpoint, { files }: Form): Promise<Record<string, Size> | Response> {
  const sizes: Record<string, Size> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const field = fields[name];
    if (field?.type !== 'picture') return badRequest(`${name}: must not be a file`);
    const size = await pictureSize(bytes).catch(() => undefined);
    if (size === undefined) return badRequest(`${name}: is no image`);
    const fault = pictureFault(field, size);
    if (fault !== undefined) return badRequest(fault.startsWith('Image') ? fault : `${name}: ${fault}`);
    sizes[name] = size;
  }
  return sizes;
}

function pictureFault({ sides, area, ratio }: PictureRule, { width, height }: Size): string | undefined {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (sides && shorter < sides[0]) return `Image width and height must be at least ${sides[0]}`;
  if (sides && longer > sides[1]) return `Image width and height must be at most ${sides[1]}`;
  if (area && width * height < area[0]) return `must have at least ${area[0]} pixels`;
  if (area && width * height > area[1]) return `must have at most ${area[1]} pixels`;
  return ratio !== undefined && longer > ratio * shorter ? 'aspect ratio must be between 1:2.5 and 2.5:1' : undefined;
}
