import { createSandbox } from '@image-studio/sandbox';
import { createHuggingface } from '@image-studio/vendor-huggingface';
import { describe, expect, it } from 'vitest';
import { createEdit, editSpec } from '../src/index.ts';
import { huggingfaceEdit } from '../src/huggingface.ts';
import { photo } from './set-up.ts';

const klein = 'huggingface/black-forest-labs/FLUX.2-klein-9B';
const listed = Object.entries(editSpec.models).filter(([, { listedOnly }]) => listedOnly !== undefined);

function setUp() {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl: 'http://sandbox.invalid' });
  const fetch = (request: Request) => sandbox.fetch(request);
  const huggingface = createHuggingface({ token: 'hf_k', baseUrl: 'http://sandbox.invalid/huggingface', fetch });
  return { sandbox, edit: createEdit({ providers: { huggingface: huggingfaceEdit(huggingface) } }) };
}

describe('an edit by Hugging Face', { timeout: 20_000 }, () => {
  it('works on the picture, at the price quoted', async () => {
    const { sandbox, edit } = setUp();
    const result = await edit({ model: klein, prompt: 'make it dusk', image: photo });
    expect(result.outputs).toMatchObject([{ mediaType: 'image/png', width: 96, height: 64 }]);
    expect(Buffer.compare(await result.outputs[0].bytes(), photo)).not.toBe(0);
    expect(sandbox.bills()).toMatchObject([{ micros: 22_000 }]);
    expect(result.charge).toBe(22_000);
  });

  it('of two pictures in a size of its own counts the pictures and every megapixel begun', async () => {
    const { sandbox, edit } = setUp();
    const size = { width: 1536, height: 1024 };
    const result = await edit({ model: klein, prompt: 'both', images: [photo, photo], size, count: 2 });
    expect(result.outputs).toMatchObject([size, size]);
    expect(result.charge).toBe(66_000);
    expect(sandbox.bills()).toMatchObject([{ micros: 66_000 }]);
  });

  it('takes a background away when it is asked to, and only then', async () => {
    const { sandbox, edit } = setUp();
    const result = await edit({ model: { prefer: 'budget' }, kind: 'remove-background', image: photo });
    expect(result).toMatchObject({ model: 'huggingface/briaai/RMBG-2.0', charge: 20_000 });
    expect(sandbox.bills()).toMatchObject([{ micros: 20_000 }]);
    const chosen = await edit({ model: { prefer: 'budget' }, prompt: 'make it dusk', image: photo });
    expect(chosen.model).toBe(klein);
  });

  it.each(listed)('by %s, which is listed only, is refused before anything is sent', async (id, { listedOnly }) => {
    const { sandbox, edit } = setUp();
    const refused = edit({ model: [id], prompt: 'make it dusk', image: photo } as never);
    await expect(refused).rejects.toMatchObject({ code: 'unsupported', message: expect.stringContaining(listedOnly!) });
    expect(sandbox.requests()).toEqual([]);
  });
});
