import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 900;
const seed = { field: 'seed', max: 65_535 } as const;
const faces = { field: 'face_count', as: 'range', min: 40_000, max: 1_500_000 } as const;
const formats = { field: 'geometry_file_format', as: 'choice', values: { glb: 'glb' } } as const;
const length = z.int().min(1);
const boxes = z.array(z.strictObject({ width: length, height: length, length })).optional();
const meshes = z
  .enum(['4k_Quad', '8k_Quad', '18k_Quad', '50k_Quad', '2K_Triangle', '20K_Triangle', '250K_Triangle', '500K_Triangle'])
  .optional();

/** WaveSpeed's 3D models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/wavespeed-ai/sam-3d-body': model({
    name: 'SAM 3D Body', alias: 'sam-3d-body', endpoint: 'wavespeed-ai/sam-3d-body',
    options: z.strictObject({}),
    wire: { image: 'image', mask: { field: 'mask_image', as: 'mask', edit: 'white' } }, needs: ['image'], kinds: ['picture'],
    price: flatPrice(20_000, 'model'), tier: 'budget', capabilities: ['human_body', 'mask'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/sam-3d-objects': model({
    name: 'SAM 3D Objects', alias: 'sam-3d-objects', endpoint: 'wavespeed-ai/sam-3d-objects',
    options: z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', masks: { field: 'mask_images', as: 'list', max: 10, edit: 'white' } }, needs: ['image'], kinds: ['picture'],
    price: flatPrice(20_000, 'model'), tier: 'budget', capabilities: ['objects', 'mask', 'multi_object'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/hunyuan3d/v2-multi-view': model({
    name: 'Hunyuan3D 2 Multi-View', alias: 'hunyuan3d-v2-multi-view', endpoint: 'wavespeed-ai/hunyuan3d/v2-multi-view',
    options: z.strictObject({}),
    wire: { image: 'front_image_url', 'views.front': 'front_image_url', 'views.back': 'back_image_url', 'views.left': 'left_image_url' }, needs: ['views.front', 'views.back', 'views.left'], kinds: ['views'],
    price: flatPrice(20_000, 'model'), tier: 'budget', capabilities: ['multi_view'], deadline, asOf,
  }),
  'wavespeed/tripo3d/v2.5/image-to-3d': model({
    name: 'Tripo3D 2.5', alias: 'tripo3d-v2.5-image-to-3d', endpoint: 'tripo3d/v2.5/image-to-3d',
    options: z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'], kinds: ['picture'],
    price: flatPrice(300_000, 'model'), tier: 'premium', capabilities: ['textured', 'game_ready'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/hunyuan3d/v2.1': model({
    name: 'Hunyuan3D 2.1', alias: 'hunyuan3d-v2.1', endpoint: 'wavespeed-ai/hunyuan3d/v2.1',
    options: z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'], kinds: ['picture'],
    price: flatPrice(400_000, 'model'), tier: 'premium', capabilities: ['pbr'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/hunyuan3d-v3/image-to-3d': model({
    name: 'Hunyuan3D 3', alias: 'hunyuan3d-v3-image-to-3d', endpoint: 'wavespeed-ai/hunyuan3d-v3/image-to-3d',
    options: z.strictObject({ enable_pbr: z.boolean().optional(), generate_type: z.enum(['Normal', 'LowPoly', 'Geometry']).optional(), polygon_type: z.enum(['triangle', 'quadrilateral']).optional() }),
    wire: { image: 'image', 'views.front': 'image', 'views.back': 'back_image', 'views.left': 'left_image', 'views.right': 'right_image', faces }, needs: ['image'], kinds: ['picture', 'views'],
    price: {
      basis: 'exact', unit: 'model',
      lines: [
        { label: 'per model', amount: { lookup: 'generate_type', table: { LowPoly: 450_000, Geometry: 250_000 }, otherwise: 375_000 } },
        { label: 'more views', amount: { when: { any: [{ present: 'back_image' }, { present: 'left_image' }, { present: 'right_image' }] }, then: 150_000, otherwise: 0 } },
      ],
    }, tier: 'premium', capabilities: ['pbr', 'multi_view', 'face_count'], deadline, asOf,
  }),
  'wavespeed/hyper3d/rodin-v2/image-to-3d': model({
    name: 'Rodin 2 (pictures)', alias: 'hyper3d-rodin-v2-image-to-3d', endpoint: 'hyper3d/rodin-v2/image-to-3d',
    options: z.strictObject({ addons: z.enum(['HighPack']).optional(), bbox_condition: boxes, material: z.enum(['PBR', 'All', 'Shaded']).optional(),
      preview_render: z.boolean().optional(), quality_and_mesh: meshes, seed: z.int().min(0).max(seed.max).optional(),
      ta_pose: z.boolean().optional(), use_original_alpha: z.boolean().optional() }),
    wire: { prompt: 'prompt', images: { field: 'images', as: 'list', max: 5 }, formats }, needs: ['image'], kinds: ['picture', 'views'],
    price: flatPrice(300_000, 'model'), tier: 'premium', capabilities: ['pbr', 'uv', 'topology', 'multi_view'], seed, deadline, asOf,
  }),
  'wavespeed/tripo3d/v2.5/multiview-to-3d': model({
    name: 'Tripo3D 2.5 Multi-View', alias: 'tripo3d-v2.5-multiview-to-3d', endpoint: 'tripo3d/v2.5/multiview-to-3d',
    options: z.strictObject({}),
    wire: { image: 'front_image_url', 'views.front': 'front_image_url', 'views.back': 'back_image_url', 'views.left': 'left_image_url', 'views.right': 'right_image_url' }, needs: ['views.front', 'views.back', 'views.left', 'views.right'], kinds: ['views'],
    price: flatPrice(300_000, 'model'), tier: 'premium', capabilities: ['multi_view', 'textured'], deadline, asOf,
  }),
  'wavespeed/hyper3d/rodin-v2/text-to-3d': model({
    name: 'Rodin 2 (words)', alias: 'hyper3d-rodin-v2-text-to-3d', endpoint: 'hyper3d/rodin-v2/text-to-3d',
    options: z.strictObject({ addons: z.enum(['HighPack']).optional(), bbox_condition: boxes, material: z.enum(['PBR', 'All', 'Shaded']).optional(),
      preview_render: z.boolean().optional(), quality_and_mesh: meshes, seed: z.int().min(0).max(seed.max).optional(),
      ta_pose: z.boolean().optional(), use_original_alpha: z.boolean().optional() }),
    wire: { prompt: 'prompt', formats }, needs: ['prompt'], kinds: ['text'],
    price: flatPrice(300_000, 'model'), tier: 'premium', capabilities: ['text_to_3d', 'pbr', 'uv'], seed, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/hunyuan3d-v3/sketch-to-3d': model({
    name: 'Hunyuan3D 3 (sketch)', alias: 'hunyuan3d-v3-sketch-to-3d', endpoint: 'wavespeed-ai/hunyuan3d-v3/sketch-to-3d',
    options: z.strictObject({ enable_pbr: z.boolean().optional() }),
    wire: { prompt: 'prompt', image: 'image', faces }, needs: ['prompt', 'image'], kinds: ['sketch'], byKind: true,
    price: flatPrice(375_000, 'model'), tier: 'premium', capabilities: ['sketch_to_3d', 'pbr', 'face_count'], deadline, asOf,
  }),
} as const;
