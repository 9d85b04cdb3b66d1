import {
  type BodyCheck,
  priceOf,
  type PriceRule,
  type SeedField,
  type WireField,
} from '../../packages/core/src/index.ts';
import { capabilitiesOf } from './capabilities.ts';
import { curatedModels } from './curated.models.ts';
import { operations } from './curation-operations.ts';
import type { Place } from './curation-places.ts';
import { modelName } from './model-name.ts';
import { translatePrice } from './translate-price.ts';
import { bodyChecks, Unsayable } from './translate-schema.ts';
import type { Properties, VendorRow } from './vendor-row.ts';
import { meaningsOf } from './wire-of-field.ts';

/** A row of a manifest as data; `options` are the vendor's properties that are not inputs. */
export interface ManifestRow {
  readonly id: string;
  readonly name: string;
  readonly alias?: string | undefined;
  readonly endpoint: string;
  readonly options: Properties;
  readonly required: readonly string[];
  readonly wire: Readonly<Record<string, WireField>>;
  readonly needs: readonly string[];
  readonly checks: readonly BodyCheck[];
  readonly price: PriceRule;
  readonly tier: 'budget' | 'mid' | 'premium';
  readonly kinds?: readonly string[] | undefined;
  readonly byKind?: true | undefined;
  readonly capabilities: readonly string[];
  readonly seed?: SeedField | undefined;
  readonly maxSide?: number | undefined;
  readonly deadline: number;
}

/** Fields that the runner decides on, never a caller; and a caller's secret, which has no place in a run that is kept. */
const notOptions = new Set(['enable_sync_mode', 'enable_base64_output', 'hf_api_token']);

/** Inputs that reach only some of what a field can say: it stays an option as well. */
const nearly = new Set(['longest-side', 'megapixels']);

/** Inputs without which an operation does nothing, whatever the vendor's schema says. */
const always: Readonly<Record<string, readonly string[]>> = {
  generate: ['prompt'],
  character: ['prompt'],
  edit: ['image'],
  upscale: ['image'],
  faceswap: ['image'],
  translate: ['image'],
  video: ['image'],
};

/** Kinds that a request means without naming them: by words alone, or by its mask. */
const unnamed = new Set(['instruct', 'inpaint', 'picture', 'views', 'text']);

/** The price rule that was proved for a row before, for an answer that states no formula. */
export type ProvedRule = (row: VendorRow, operation: string) => PriceRule | undefined;

/** The row of one model in one operation, or the reason why there is none. */
export function manifestRow(
  row: VendorRow,
  place: Place,
  proved: ProvedRule,
): ManifestRow | { readonly reason: string } {
  const operation = operations[place.operation]!;
  const before = row.formula === null ? proved(row, place.operation) : undefined;
  const translation = before ? { rule: before } : translatePrice(row, operation.unit);
  if ('reason' in translation) return translation;
  try {
    const curated = curatedModels[`${place.operation} ${row.id}`];
    const { wire, options } = wireOf(row, place.operation);
    for (const clip of clipsOf(translation.rule)) delete options[clip];
    const { required = [] } = row.schema;
    const needs = needsOf(place, wire, required);
    const ofInputs = new Set(Object.values(wire).map((form) => (typeof form === 'string' ? form : form.field)));
    const usual = priceOf(translation.rule, {}).micros;
    return {
      id: `wavespeed/${row.id}`,
      name: curated?.name ?? modelName(row.id),
      alias: curated?.alias,
      endpoint: row.id,
      options,
      // What an input writes too is missed as an input, when neither is there.
      required: required.filter((field) => field in options && !ofInputs.has(field)),
      wire,
      needs,
      checks: bodyChecks(row.schema),
      price: translation.rule,
      tier: curated?.tier ?? (usual <= operation.tiers[0] ? 'budget' : usual <= operation.tiers[1] ? 'mid' : 'premium'),
      kinds: place.kinds,
      byKind: place.kinds?.some((kind) => unnamed.has(kind)) === false ? true : undefined,
      capabilities: curated?.capabilities ?? capabilitiesOf(row, place, wire),
      seed: seedOf(row),
      maxSide: curated?.maxSide ?? maxSideOf(row, wire),
      deadline: /ultra|8k/.test(row.id) ? Math.max(600, operation.deadline) : operation.deadline,
    };
  } catch (error) {
    if (error instanceof Unsayable) return { reason: error.message };
    throw error;
  }
}

function wireOf({ schema }: VendorRow, operation: string) {
  const wire: Record<string, WireField> = {};
  const options: Record<string, Properties[string]> = {};
  const { inputs } = operations[operation]!;
  const order = Object.entries(schema.properties).toSorted(([a], [b]) => rank(a) - rank(b));
  for (const [field, property] of order) {
    const meanings = meaningsOf(field, property)
      .map(([input, form]) => [renamed(operation, input), form] as const)
      .filter(([input]) => inputs.includes(input) && wire[input] === undefined);
    const taken = meanings.every(([input]) => ['size', 'aspectRatio'].includes(input))
      ? meanings
      : meanings.slice(0, 1);
    for (const [input, form] of taken) wire[input] = form;
    const partly = taken.some(
      ([input, form]) => input === 'outputFormat' || (typeof form === 'object' && nearly.has(form.as)),
    );
    if (!notOptions.has(field) && (taken.length === 0 || partly)) options[field] = property;
  }
  const { image } = wire;
  if (operation === '3d' && image !== undefined && wire['views.back'] !== undefined) wire['views.front'] = image;
  if (operation === '3d' && image === undefined && wire['views.front'] !== undefined)
    wire['image'] = wire['views.front'];
  if (operation === '3d') wire['formats'] ??= { field: '', as: 'given', values: ['glb'] };
  return { wire, options };
}

/** Files whose length decides the price. As an option such a file is an address that nobody reads before the call: it cannot be given. */
function clipsOf({ lines }: PriceRule): readonly string[] {
  return [...JSON.stringify(lines).matchAll(/"seconds":"(\w+)"/g)].map(([, field]) => field!);
}

/** A character operation calls its one picture a reference; a swap calls the list of pictures by its singular. */
function renamed(operation: string, input: string): string {
  return operation === 'character' && input === 'image' ? 'reference' : input;
}

/** The field that says it best comes first: `aspect_ratio` before a resolution, `images` before references. */
function rank(field: string): number {
  const first = [
    'prompt',
    'negative_prompt',
    'image',
    'first_image',
    'first_frame_image',
    'images',
    'reference_images',
  ];
  const place = first.indexOf(field);
  return place === -1 ? first.length + (field === 'aspect_ratio' ? 0 : 1) : place;
}

function needsOf(place: Place, wire: ManifestRow['wire'], required: readonly string[]): readonly string[] {
  const fields = Object.entries(wire).filter(([, form]) =>
    required.includes(typeof form === 'string' ? form : form.field),
  );
  const names = fields.map(([input]) => input);
  const single = names.map((name) => (/^(image|reference|face|target|mask)s$/.test(name) ? name.slice(0, -1) : name));
  const [kind] = place.kinds ?? [];
  const ofKind =
    kind === 'inpaint' && 'mask' in wire ? ['mask'] : kind === 'instruct' && 'prompt' in wire ? ['prompt'] : [];
  const views = single.some((name) => name.startsWith('views.')) && place.kinds?.[0] === 'views';
  const kept = single.filter(
    (name) =>
      !(name === 'aspectRatio' && single.includes('size')) &&
      !(views && name === 'image') &&
      !(!views && name === 'views.front'),
  );
  return [...new Set([...kept, ...(always[place.operation] ?? []), ...ofKind])];
}

function seedOf({ schema }: VendorRow): SeedField | undefined {
  const { seed } = schema.properties;
  return seed?.type === 'integer' ? { field: 'seed', max: seed.maximum ?? 2_147_483_647 } : undefined;
}

function maxSideOf({ schema }: VendorRow, { size }: ManifestRow['wire']): number | undefined {
  const words = ['resolution', 'target_resolution'].flatMap((field) => schema.properties[field]?.enum ?? []);
  const sides = words.map((word) => (/^\dk$/i.test(String(word)) ? 1024 * Number.parseInt(String(word), 10) : 0));
  const sized = typeof size === 'object' && size.as === 'size' && 'max' in size ? size.max : 0;
  return Math.max(...sides, sized) || undefined;
}
