import type { GenerateImageTo3d } from '../src/index.ts';

declare const imageTo3d: GenerateImageTo3d;
declare const image: Uint8Array;

void imageTo3d({ model: 'hunyuan3d-v3-image-to-3d', views: { front: image, back: image }, faces: 100_000 });
void imageTo3d({ model: 'hyper3d-rodin-v2-text-to-3d', prompt: 'x', formats: ['glb'], options: { material: 'PBR' } });
// @ts-expect-error no such view
void imageTo3d({ views: { top: image } });
// @ts-expect-error this model has no material
void imageTo3d({ model: 'hunyuan3d-v2.1', image, options: { material: 'PBR' } });
void imageTo3d({ model: 'stable-fast-3d', image, options: { texture_resolution: '2048' } });
// @ts-expect-error numbers of texels are words here
void imageTo3d({ model: 'stable-fast-3d', image, options: { texture_resolution: 2048 } });
