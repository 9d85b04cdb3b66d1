import { describe, expect, it } from 'vitest';
import { type AssetInput, isStudioError } from '../src/index.ts';
import { createFakeVendor, done, paintWith, png } from './fake-vendor.ts';

const paint = () => paintWith(createFakeVendor({ start: [done] }));
const request = (image: AssetInput) => ({ model: 'fake/larger', prompt: 'x', image }) as const;

describe('an input', () => {
  it('may be an output of an earlier run as it stands', async () => {
    const run = paint();
    const first = await run({ model: 'paint', prompt: 'x' });
    const second = await run(request(first.outputs[0]));
    expect(second.outputs[0].sha256).toBe(first.outputs[0].sha256);
  });

  it('is looked up when it names an asset, whatever the caller says of it', async () => {
    const forged = { asset: 'asset_none', sha256: '0'.repeat(64), kind: 'image', width: 4000, height: 16 };
    const refused = await paint()(request(forged)).catch((error: unknown) => error);
    expect(isStudioError(refused, 'not_found') && refused.message).toBe('image: no asset "asset_none"');
  });

  it('is priced by what is known of the asset, not by what the caller says of it', async () => {
    const vendor = createFakeVendor({ start: [done] });
    const run = paintWith(vendor);
    const { asset, sha256 } = (await run({ model: 'paint', prompt: 'x' })).outputs[0];
    const forged = { asset, sha256, kind: 'image', mediaType: 'image/png', size: 1, width: 4000, height: 4000 };
    await run({ ...request(forged), scale: 2000 });
    await run({ ...request(png), scale: 2000 });
    expect(vendor.started.map(({ body }) => body['target'])).toEqual([undefined, '2k', '2k']);
  });

  it.each([
    ['data:image/png;base64,A', 'invalid_request', 'image: Expected a data URL in base64'],
    ['data:image/png;base64,AAAA=AAA', 'invalid_request', 'image: Expected a data URL in base64'],
    ['data:image/png,abc', 'invalid_request', 'image: Expected a data URL in base64'],
    ['data:image/png;base64,', 'invalid_request', 'image: The file is empty.'],
    [locked(), 'input_unreachable', 'The stream is being read by another: give one that is untouched'],
    [broken(), 'input_unreachable', 'The file broke off while it was read: send it again'],
    [{ file: '/' }, 'input_unreachable', 'The file broke off while it was read: send it again'],
  ] as const)('that cannot be read is refused with what to do: %j', async (image, code, message) => {
    const refused = await paint()(request(image)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'StudioError', code, message });
  });
});

describe('an input at an address', () => {
  const address = request('https://pictures.example/1');

  it('is fetched by the way that comes with a vendor, or by the one handed in', async () => {
    const asked: string[] = [];
    const way = (name: string) => async (url: URL) => {
      asked.push(`${name} ${url.href}`);
      return { stream: new Blob([png]).stream() };
    };
    const vendor = createFakeVendor({ start: [done], rest: { download: way('vendor') } });
    await paintWith(vendor)(address);
    await paintWith(vendor, { download: way('own') })(address);
    expect(asked).toEqual(['vendor https://pictures.example/1', 'own https://pictures.example/1']);
  });

  it('is refused with what to do where there is no way', async () => {
    const message = 'No way to fetch addresses is set up here: send the file itself, or hand in `download`';
    await expect(paint()(address)).rejects.toMatchObject({ code: 'input_unreachable', billed: 'no', message });
  });
});

function locked(): ReadableStream<Uint8Array> {
  const stream = new Blob([png]).stream();
  stream.getReader();
  return stream;
}

function broken(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.error(new Error('the source of the caller')) });
}
