import { randomInt } from 'node:crypto';
import type { Json } from '@image-studio/core';
import { Ajv, type ValidateFunction } from 'ajv';
import { hashText } from '../media/random-numbers.ts';
import { endOf, type Ending, type Job } from '../wavespeed/job.ts';
import { shortened, takePictures } from '../wavespeed/media-inputs.ts';
import type { Inputs } from '../wavespeed/request-check.ts';
import type { RoomContext } from '../wavespeed/room-context.ts';
import { type HuggingfaceRow, resultSize } from './catalogue.ts';

/** What is wrong with a request, in fal's words. */
export interface Fault422 {
  readonly type: string;
  readonly field: string;
}

const ajv = new Ajv({ strict: false });
const validators = new WeakMap<HuggingfaceRow, ValidateFunction>();

/** The inputs that the model knows, without the others, which are dropped silently; or what is wrong with them. */
export function checkInputs(row: HuggingfaceRow, body: Inputs): { inputs: Inputs } | { fault: Fault422 } {
  const known = Object.entries(body).filter(
    ([name, value]) => Object.hasOwn(row.schema.properties, name) && value !== null,
  );
  const inputs = Object.fromEntries(known);
  const validate = validators.get(row) ?? ajv.compile({ type: 'object', ...row.schema });
  validators.set(row, validate);
  if (validate(inputs)) return { inputs };
  const [error] = validate.errors ?? [];
  if (error?.keyword === 'required')
    return { fault: { type: 'missing', field: String(error.params['missingProperty']) } };
  return { fault: { type: 'value_error', field: error?.instancePath.slice(1) ?? '' } };
}

interface Taking {
  readonly row: HuggingfaceRow;
  readonly inputs: Inputs;
  /** How it ends when its pictures can be read. */
  readonly ending: Ending;
  /** Overrides the row's price. */
  readonly micros?: number;
}

/** Takes and charges a job; undefined when the account's credits do not cover it. A picture that cannot be read is not charged. */
export async function takeJob(context: RoomContext, { row, inputs, ending, micros }: Taking): Promise<Job | undefined> {
  const { clock, account, delayMs, jobs, files, fetch } = context;
  const request_schema = { type: 'object', properties: {} } as const;
  const ownOutput = async () => undefined;
  const named = Object.fromEntries(Object.entries(inputs).filter(([name]) => name.startsWith('image_url')));
  const pictures = await takePictures({ request_schema }, named, { files, fetch, ownOutput });
  const size = resultSize(row, inputs, pictures?.own);
  const unreadable: Ending = { state: 'failed', code: 422, message: 'image_load_error' };
  const draft = {
    model: row.model,
    createdAt: clock.now(),
    queueMs: delayMs.queue,
    workMs: Math.round((delayMs.image * randomInt(750, 1250)) / 1000),
    ending: pictures === undefined ? unreadable : ending,
    recipe: {
      effect: row.effect,
      look: hashText(JSON.stringify([row.model, inputs['prompt'] ?? inputs['inputs'] ?? null, inputs['seed'] ?? null])),
      ...size,
      format: formatOf(row, inputs),
      count: Number(inputs['num_images'] ?? 1),
      images: pictures?.images ?? [],
    },
    base64: false,
  };
  const shown = shortened(inputs as Json) as Inputs;
  const job = jobs.add(draft, shown);
  const keeps = draft.ending.state !== 'failed' || draft.ending.keepsMoney === true;
  const charge = {
    id: job.id,
    model: row.model,
    micros: micros ?? row.price(inputs, size),
    inputs: shown,
    refundAt: keeps ? undefined : endOf(draft),
  };
  if (charge.micros === 0 || account.charge(charge)) return job;
  jobs.remove(job.id);
  return undefined;
}

function formatOf({ effect, provider }: HuggingfaceRow, inputs: Inputs): Job['recipe']['format'] {
  const asked = inputs['output_format'];
  if (asked === 'jpeg' || asked === 'png' || asked === 'webp') return asked;
  return effect === 'generate' && provider === 'fal-ai' ? 'jpeg' : 'png';
}
