// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, mediaAddress, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 900;
const wire = { field: '', as: 'given', values: ['glb'] } as const;
const addons = () => z.enum(['HighPack']).optional();
const geometryInstructMode = () => z.enum(['faithful', 'creative']).optional();
const hdTexture = () => z.boolean().optional();
const isSymmetric = () => z.enum(['symmetric', 'balanced', 'asymmetric', 'unknown']).optional();
const material = () => z.enum(['PBR', 'Shaded', 'All', 'None']).optional();
const qualityAndMesh = () => z.enum(['4K Quad', '8K Quad', '18K Quad', '50K Quad', '2K Triangle', '20K Triangle', '150K Triangle', '500K Triangle']).optional();
const textureMode = () => z.enum(['legacy', 'extreme-low', 'low', 'medium', 'high']).optional();
const tier = () => z.enum(['Gen-2.5-Extreme-Low', 'Gen-2.5-Low', 'Gen-2.5-Medium', 'Gen-2.5-High', 'Gen-2.5-Extreme-High']).optional();
const promptWire = { field: 'prompt', as: 'text', max: 1024 } as const;
const imagesWire = { field: 'images', as: 'list', max: 5 } as const;
const geometryFileFormatWire = { field: 'geometry_file_format', as: 'choice', values: { glb: 'glb', usdz: 'usdz', fbx: 'fbx', obj: 'obj', stl: 'stl' } } as const;
const price = { basis: 'exact', unit: 'model', defaults: { tier: 'Gen-2.5-Medium' }, lines: [{ label: 'per model, by tier', amount: { lookup: 'tier', table: { 'Gen-2.5-Extreme-High': 800_000 }, otherwise: 400_000 } }, { label: 'addons', amount: { lookup: 'addons', table: { HighPack: 800_000 }, otherwise: 0 } }] } as const;
const seed = { field: 'seed', max: 65_535 } as const;
const bboxCondition = () => z.array(z.strictObject({ height: z.int(), length: z.int(), width: z.int() })).optional();
const material2 = () => z.enum(['PBR', 'All', 'Shaded']).optional();
const qualityAndMesh2 = () => z.enum(['4k_Quad', '8k_Quad', '18k_Quad', '50k_Quad', '2K_Triangle', '20K_Triangle', '250K_Triangle', '500K_Triangle']).optional();
const seed2 = () => z.int().min(0).max(65535).optional();
const geometryFileFormatWire2 = { field: 'geometry_file_format', as: 'choice', values: { glb: 'glb', fbx: 'fbx', obj: 'obj', stl: 'stl', usdz: 'usdz' } } as const;
const geometryQuality = () => z.enum(['standard', 'detailed']).optional();
const imageSeed = () => z.int().optional();
const orientation = () => z.enum(['default', 'align_image']).optional();
const textureAlignment = () => z.enum(['original_image', 'geometry']).optional();
const faceLimitWire = { field: 'face_limit', as: 'range', min: 1000, max: 2_000_000 } as const;
const price2 = { basis: 'exact', unit: 'model', defaults: { texture: true, texture_quality: 'standard', geometry_quality: 'standard', quad: false }, lines: [{ label: 'per model', amount: 100_000 }, { label: 'texture, texture quality', times: { lookup: 'texture', table: { true: { lookup: 'texture_quality', table: { detailed: 3 }, otherwise: 2 } }, otherwise: 1 } }, { label: 'geometry quality', amount: { lookup: 'geometry_quality', table: { detailed: 200_000 }, otherwise: 0 } }, { label: 'quad', amount: { lookup: 'quad', table: { true: 50_000 }, otherwise: 0 } }] } as const;
const numInferenceSteps = () => z.int().min(1).max(50).optional();
const generateType = () => z.enum(['Normal', 'LowPoly', 'Geometry']).optional();
const polygonType = () => z.enum(['triangle', 'quadrilateral']).optional();
const faceCountWire = { field: 'face_count', as: 'range', min: 40_000, max: 1_500_000 } as const;
const symmetryMode = () => z.enum(['off', 'auto', 'on']).optional();
const textureImage = () => mediaAddress.optional();
const texturePrompt = () => z.string().optional();
const topology = () => z.enum(['quad', 'triangle']).optional();
const targetPolycountWire = { field: 'target_polycount', as: 'range', min: 100, max: 300_000 } as const;

/** WaveSpeed's 3D models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/bytedance/seed3d-2.0/image-to-3d'() { return model({
    name: 'Seed3d 2.0', endpoint: 'bytedance/seed3d-2.0/image-to-3d',
    options: () => z.strictObject({ subdivision_level: z.enum(['low', 'medium', 'high']).optional() }),
    wire: { prompt: 'prompt', image: 'image', formats: wire }, needs: ['image'],
    price: flatPrice(350_000, 'model'),
    tier: 'premium', kinds: ['picture'], capabilities: ['picture'], deadline, asOf,
  }); },
  get 'wavespeed/hyper3d/rodin-v2.5/image-to-3d'() { return model({
    name: 'Hyper3D Rodin 2.5', endpoint: 'hyper3d/rodin-v2.5/image-to-3d',
    options: () => z.strictObject({ addons: addons(), geometry_instruct_mode: geometryInstructMode(), hd_texture: hdTexture(), is_micro: hdTexture(), is_symmetric: isSymmetric(), material: material(), preview_render: hdTexture(), quality_and_mesh: qualityAndMesh(), ta_pose: hdTexture(), texture_delight: hdTexture(), texture_mode: textureMode(), tier: tier(), use_original_alpha: hdTexture() }),
    wire: { prompt: promptWire, images: imagesWire, formats: geometryFileFormatWire }, needs: ['image'],
    price,
    tier: 'premium', kinds: ['picture'], capabilities: ['picture', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/hyper3d/rodin-v2.5/text-to-3d'() { return model({
    name: 'Hyper3D Rodin 2.5 (from text)', endpoint: 'hyper3d/rodin-v2.5/text-to-3d',
    options: () => z.strictObject({ addons: addons(), geometry_instruct_mode: geometryInstructMode(), hd_texture: hdTexture(), is_micro: hdTexture(), is_symmetric: isSymmetric(), material: material(), quality_and_mesh: qualityAndMesh(), ta_pose: hdTexture(), texture_delight: hdTexture(), texture_mode: textureMode(), tier: tier() }),
    wire: { prompt: promptWire, formats: geometryFileFormatWire }, needs: ['prompt'],
    price,
    tier: 'premium', kinds: ['text'], capabilities: ['text'], deadline, asOf,
  }); },
  get 'wavespeed/hyper3d/rodin-v2/image-to-3d'() { return model({
    name: 'Rodin 2 (pictures)', alias: 'hyper3d-rodin-v2-image-to-3d', endpoint: 'hyper3d/rodin-v2/image-to-3d',
    options: () => z.strictObject({ addons: addons(), bbox_condition: bboxCondition(), material: material2(), preview_render: hdTexture(), quality_and_mesh: qualityAndMesh2(), seed: seed2(), ta_pose: hdTexture(), use_original_alpha: hdTexture() }),
    wire: { prompt: 'prompt', images: imagesWire, formats: geometryFileFormatWire2 }, needs: ['image'],
    price: flatPrice(300_000, 'model'),
    tier: 'premium', kinds: ['picture'], capabilities: ['pbr', 'uv', 'topology', 'multi_view'], seed, deadline, asOf,
  }); },
  get 'wavespeed/hyper3d/rodin-v2/text-to-3d'() { return model({
    name: 'Rodin 2 (words)', alias: 'hyper3d-rodin-v2-text-to-3d', endpoint: 'hyper3d/rodin-v2/text-to-3d',
    options: () => z.strictObject({ addons: addons(), bbox_condition: bboxCondition(), material: material2(), preview_render: hdTexture(), quality_and_mesh: qualityAndMesh2(), seed: seed2(), ta_pose: hdTexture(), use_original_alpha: hdTexture() }),
    wire: { prompt: 'prompt', formats: geometryFileFormatWire2 }, needs: ['prompt'],
    price: flatPrice(300_000, 'model'),
    tier: 'premium', kinds: ['text'], capabilities: ['text_to_3d', 'pbr', 'uv'], seed, deadline, asOf,
  }); },
  get 'wavespeed/tripo3d/h3.1/image-to-3d'() { return model({
    name: 'Tripo3D H3.1', endpoint: 'tripo3d/h3.1/image-to-3d',
    options: () => z.strictObject({ auto_size: hdTexture(), geometry_quality: geometryQuality(), image_seed: imageSeed(), model_seed: imageSeed(), orientation: orientation(), pbr: hdTexture(), quad: hdTexture(), texture: hdTexture(), texture_alignment: textureAlignment(), texture_quality: geometryQuality(), texture_seed: imageSeed() }),
    wire: { image: 'image', faces: faceLimitWire, formats: wire }, needs: ['image'],
    price: { basis: 'exact', unit: 'model', defaults: { texture: true, texture_quality: 'standard', geometry_quality: 'standard', quad: false }, lines: [{ label: 'per model', amount: 200_000 }, { label: 'texture, texture quality', times: { lookup: 'texture', table: { true: { lookup: 'texture_quality', table: { detailed: 2 }, otherwise: 1.5 } }, otherwise: 1 } }, { label: 'geometry quality', amount: { lookup: 'geometry_quality', table: { detailed: 200_000 }, otherwise: 0 } }, { label: 'quad', amount: { lookup: 'quad', table: { true: 50_000 }, otherwise: 0 } }] },
    tier: 'premium', kinds: ['picture'], capabilities: ['picture'], deadline, asOf,
  }); },
  get 'wavespeed/tripo3d/h3.1/multiview-to-3d'() { return model({
    name: 'Tripo3D H3.1 Multiview To 3D', endpoint: 'tripo3d/h3.1/multiview-to-3d',
    options: () => z.strictObject({ auto_size: hdTexture(), geometry_quality: geometryQuality(), model_seed: imageSeed(), orientation: orientation(), pbr: hdTexture(), quad: hdTexture(), texture: hdTexture(), texture_alignment: textureAlignment(), texture_quality: geometryQuality(), texture_seed: imageSeed() }),
    wire: { images: { field: 'images', as: 'list', min: 2, max: 4 }, faces: faceLimitWire, formats: wire }, needs: ['image'],
    price: price2,
    tier: 'mid', kinds: ['views'], capabilities: ['views', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/tripo3d/h3.1/text-to-3d'() { return model({
    name: 'Tripo3D H3.1 (from text)', endpoint: 'tripo3d/h3.1/text-to-3d',
    options: () => z.strictObject({ auto_size: hdTexture(), geometry_quality: geometryQuality(), image_seed: imageSeed(), model_seed: imageSeed(), negative_prompt: z.string().max(1024).optional(), pbr: hdTexture(), quad: hdTexture(), texture: hdTexture(), texture_quality: geometryQuality(), texture_seed: imageSeed() }),
    wire: { prompt: 'prompt', faces: faceLimitWire, formats: wire }, needs: ['prompt'],
    price: price2,
    tier: 'mid', kinds: ['text'], capabilities: ['text'], deadline, asOf,
  }); },
  get 'wavespeed/tripo3d/triposplat/image-to-3d'() { return model({
    name: 'Tripo3D Triposplat', endpoint: 'tripo3d/triposplat/image-to-3d',
    options: () => z.strictObject({ guidance_scale: z.number().min(0).max(10).optional(), num_gaussians: z.int().min(32768).max(262144).optional(), num_inference_steps: numInferenceSteps() }),
    wire: { image: 'image', formats: { field: 'output_format', as: 'choice', values: { ply: 'ply' } } }, needs: ['image'],
    price: flatPrice(50_000, 'model'),
    tier: 'budget', kinds: ['splat'], byKind: true, capabilities: ['splat'], deadline, asOf,
  }); },
  get 'wavespeed/tripo3d/v2.5/image-to-3d'() { return model({
    name: 'Tripo3D 2.5', alias: 'tripo3d-v2.5-image-to-3d', endpoint: 'tripo3d/v2.5/image-to-3d',
    options: () => z.strictObject({}),
    wire: { image: 'image', formats: wire }, needs: ['image'],
    price: flatPrice(300_000, 'model'),
    tier: 'premium', kinds: ['picture'], capabilities: ['textured', 'game_ready'], deadline, asOf,
  }); },
  get 'wavespeed/tripo3d/v2.5/multiview-to-3d'() { return model({
    name: 'Tripo3D 2.5 Multi-View', alias: 'tripo3d-v2.5-multiview-to-3d', endpoint: 'tripo3d/v2.5/multiview-to-3d',
    options: () => z.strictObject({}),
    wire: { 'views.back': 'back_image_url', 'views.front': 'front_image_url', 'views.left': 'left_image_url', 'views.right': 'right_image_url', image: 'front_image_url', formats: wire }, needs: ['views.back', 'views.front', 'views.left', 'views.right'],
    price: flatPrice(300_000, 'model'),
    tier: 'premium', kinds: ['views'], capabilities: ['multi_view', 'textured'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-3d-v3.1/image-to-3d-rapid'() { return model({
    name: 'Hunyuan 3D 3.1 Rapid', endpoint: 'wavespeed-ai/hunyuan-3d-v3.1/image-to-3d-rapid',
    options: () => z.strictObject({}),
    wire: { image: 'image', formats: wire }, needs: ['image'],
    price: flatPrice(22_500, 'model'),
    tier: 'budget', kinds: ['picture'], capabilities: ['picture', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-3d-v3.1/text-to-3d-rapid'() { return model({
    name: 'Hunyuan 3D 3.1 (from text) Rapid', endpoint: 'wavespeed-ai/hunyuan-3d-v3.1/text-to-3d-rapid',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', formats: wire }, needs: ['prompt'],
    price: flatPrice(22_500, 'model'),
    tier: 'budget', kinds: ['text'], capabilities: ['text', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d-v2-multi-view'() { return model({
    name: 'Hunyuan3D 2 Multi View', endpoint: 'wavespeed-ai/hunyuan3d-v2-multi-view',
    options: () => z.strictObject({ guidance_scale: z.number().min(0).max(20).optional(), num_inference_steps: numInferenceSteps(), octree_resolution: z.int().min(1).max(1024).optional(), seed: imageSeed(), textured_mesh: hdTexture() }),
    wire: { 'views.back': 'back_image_url', 'views.front': 'front_image_url', 'views.left': 'left_image_url', image: 'front_image_url', formats: wire }, needs: ['views.back', 'views.front', 'views.left'],
    price: flatPrice(10_000, 'model'),
    tier: 'budget', kinds: ['views'], capabilities: ['views'], seed: { field: 'seed', max: 2_147_483_647 }, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d-v3/image-to-3d'() { return model({
    name: 'Hunyuan3D 3', alias: 'hunyuan3d-v3-image-to-3d', endpoint: 'wavespeed-ai/hunyuan3d-v3/image-to-3d',
    options: () => z.strictObject({ enable_pbr: hdTexture(), generate_type: generateType(), polygon_type: polygonType() }),
    wire: { image: 'image', 'views.back': 'back_image', faces: faceCountWire, 'views.left': 'left_image', 'views.right': 'right_image', 'views.front': 'image', formats: wire }, needs: ['image'],
    price: { basis: 'exact', unit: 'model', defaults: { generate_type: 'Normal' }, lines: [{ label: 'per model, by generate type', amount: { lookup: 'generate_type', table: { LowPoly: 450_000, Geometry: 250_000 }, otherwise: 375_000 } }, { label: 'left image, right image, back image', amount: { when: { any: [{ present: 'left_image' }, { present: 'right_image' }, { present: 'back_image' }] }, then: 150_000, otherwise: 0 } }] },
    tier: 'premium', kinds: ['picture', 'views'], capabilities: ['pbr', 'multi_view', 'face_count'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d-v3/sketch-to-3d'() { return model({
    name: 'Hunyuan3D 3 (sketch)', alias: 'hunyuan3d-v3-sketch-to-3d', endpoint: 'wavespeed-ai/hunyuan3d-v3/sketch-to-3d',
    options: () => z.strictObject({ enable_pbr: hdTexture() }),
    wire: { prompt: promptWire, image: 'image', faces: faceCountWire, formats: wire }, needs: ['prompt', 'image'],
    price: flatPrice(375_000, 'model'),
    tier: 'premium', kinds: ['sketch'], byKind: true, capabilities: ['sketch_to_3d', 'pbr', 'face_count'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d-v3/text-to-3d'() { return model({
    name: 'Hunyuan3D 3 (from text)', endpoint: 'wavespeed-ai/hunyuan3d-v3/text-to-3d',
    options: () => z.strictObject({ enable_pbr: hdTexture(), generate_type: generateType(), polygon_type: polygonType() }),
    wire: { prompt: promptWire, faces: faceCountWire, formats: wire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'model', defaults: { generate_type: 'Normal' }, lines: [{ label: 'per model, by generate type', amount: { lookup: 'generate_type', table: { LowPoly: 450_000, Geometry: 250_000 }, otherwise: 375_000 } }] },
    tier: 'premium', kinds: ['text'], capabilities: ['text'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d/v2-base'() { return model({
    name: 'Hunyuan3D 2 Base', endpoint: 'wavespeed-ai/hunyuan3d/v2-base',
    options: () => z.strictObject({}),
    wire: { image: 'image', formats: wire }, needs: ['image'],
    price: flatPrice(160_000, 'model'),
    tier: 'mid', kinds: ['picture'], capabilities: ['picture'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d/v2-mini'() { return model({
    name: 'Hunyuan3D 2 Mini', endpoint: 'wavespeed-ai/hunyuan3d/v2-mini',
    options: () => z.strictObject({}),
    wire: { image: 'image', formats: wire }, needs: ['image'],
    price: flatPrice(100_000, 'model'),
    tier: 'mid', kinds: ['picture'], capabilities: ['picture'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d/v2-multi-view'() { return model({
    name: 'Hunyuan3D 2 Multi-View', alias: 'hunyuan3d-v2-multi-view', endpoint: 'wavespeed-ai/hunyuan3d/v2-multi-view',
    options: () => z.strictObject({}),
    wire: { 'views.back': 'back_image_url', 'views.front': 'front_image_url', 'views.left': 'left_image_url', image: 'front_image_url', formats: wire }, needs: ['views.back', 'views.front', 'views.left'],
    price: flatPrice(20_000, 'model'),
    tier: 'budget', kinds: ['views'], capabilities: ['multi_view'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan3d/v2.1'() { return model({
    name: 'Hunyuan3D 2.1', alias: 'hunyuan3d-v2.1', endpoint: 'wavespeed-ai/hunyuan3d/v2.1',
    options: () => z.strictObject({}),
    wire: { image: 'image', formats: wire }, needs: ['image'],
    price: flatPrice(400_000, 'model'),
    tier: 'premium', kinds: ['picture'], capabilities: ['pbr'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/meshy6/image-to-3d'() { return model({
    name: 'Meshy6', endpoint: 'wavespeed-ai/meshy6/image-to-3d',
    options: () => z.strictObject({ enable_pbr: hdTexture(), should_remesh: hdTexture(), should_texture: hdTexture(), symmetry_mode: symmetryMode(), ta_pose: hdTexture(), texture_image: textureImage(), texture_prompt: texturePrompt(), topology: topology() }),
    wire: { image: 'image', faces: targetPolycountWire, formats: wire }, needs: ['image'],
    price: flatPrice(800_000, 'model'),
    tier: 'premium', kinds: ['picture'], capabilities: ['picture'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/meshy6/text-to-3d'() { return model({
    name: 'Meshy6 (from text)', endpoint: 'wavespeed-ai/meshy6/text-to-3d',
    options: () => z.strictObject({ art_style: z.enum(['realistic', 'sculpture']).optional(), enable_pbr: hdTexture(), enable_prompt_expansion: hdTexture(), should_remesh: hdTexture(), symmetry_mode: symmetryMode(), ta_pose: hdTexture(), texture_image: textureImage(), texture_prompt: texturePrompt(), topology: topology() }),
    wire: { prompt: { field: 'prompt', as: 'text', max: 600 }, faces: targetPolycountWire, formats: wire }, needs: ['prompt'],
    price: flatPrice(800_000, 'model'),
    tier: 'premium', kinds: ['text'], capabilities: ['text'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/sam-3d-body'() { return model({
    name: 'SAM 3D Body', alias: 'sam-3d-body', endpoint: 'wavespeed-ai/sam-3d-body',
    options: () => z.strictObject({}),
    wire: { image: 'image', mask: { field: 'mask_image', as: 'mask', edit: 'white' }, formats: wire }, needs: ['image'],
    price: flatPrice(20_000, 'model'),
    tier: 'budget', kinds: ['picture'], capabilities: ['human_body', 'mask'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/sam-3d-objects'() { return model({
    name: 'SAM 3D Objects', alias: 'sam-3d-objects', endpoint: 'wavespeed-ai/sam-3d-objects',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', masks: { field: 'mask_images', as: 'list', max: 10, edit: 'white' }, formats: wire }, needs: ['image'],
    price: flatPrice(20_000, 'model'),
    tier: 'budget', kinds: ['picture'], capabilities: ['objects', 'mask', 'multi_object'], deadline, asOf,
  }); },
} as const;
