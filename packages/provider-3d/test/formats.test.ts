import { describe, expect, it } from 'vitest';
import { picture, setUp } from './set-up.ts';

const image = await picture('#47a');
const relief = { meshes: 1, triangles: 7938, size: { x: 1, y: expect.any(Number), z: expect.any(Number) } };

describe('a 3D model', { timeout: 20_000 }, () => {
  it.each([
    ['glb', 'model/gltf-binary', relief],
    ['obj', 'model/obj', relief],
    ['stl', 'model/stl', relief],
    ['fbx', 'application/vnd.autodesk.fbx', null],
    ['usdz', 'model/vnd.usdz+zip', null],
  ] as const)('as %s is what its bytes say', async (format, mediaType, scene) => {
    const { sent, imageTo3d } = setUp();
    const model = 'hyper3d-rodin-v2-image-to-3d';
    const result = await imageTo3d({ model, image, formats: [format] });
    expect(result.outputs).toMatchObject([{ kind: 'model3d', mediaType, scene }]);
    expect(sent()).toMatchObject({ geometry_file_format: format });
  });

  it('in a format that not every model makes comes from one that does', async () => {
    const { imageTo3d } = setUp();
    const result = await imageTo3d({ model: { prefer: 'budget' }, image, formats: ['usdz'] });
    expect(result.model).toMatch(/^wavespeed\/hyper3d\/rodin/);
  });

  it('in a format that its model does not make is refused before anything is spent, naming those that do', async () => {
    const { sandbox, imageTo3d } = setUp();
    await expect(imageTo3d({ model: 'hunyuan3d-v2.1', image, formats: ['stl'] })).rejects.toMatchObject({
      code: 'unsupported',
      details: { input: 'formats', models: expect.arrayContaining(['wavespeed/hyper3d/rodin-v2/image-to-3d']) },
    });
    expect(sandbox.bills()).toEqual([]);
  });

  it('as GLB is what most models make anyway, and nothing is sent for it', async () => {
    const { sent, imageTo3d } = setUp();
    await imageTo3d({ model: 'hunyuan3d-v2.1', image, formats: ['glb'] });
    expect(Object.keys(sent())).toEqual(['image']);
  });

  it('is a cloud of points only when that is asked for', async () => {
    const { imageTo3d } = setUp();
    const splat = await imageTo3d({ model: { prefer: 'budget' }, image, kind: 'splat' });
    expect(splat).toMatchObject({ model: 'wavespeed/tripo3d/triposplat/image-to-3d' });
    expect(splat.outputs).toMatchObject([{ kind: 'model3d', mediaType: 'model/ply', scene: { triangles: 0 } }]);
  });
});
