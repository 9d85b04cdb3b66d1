/** What is said of a model by hand instead of being derived from its row. */
export interface CuratedModel {
  readonly alias?: string;
  readonly name?: string;
  readonly tier?: 'budget' | 'mid' | 'premium';
  readonly capabilities?: readonly string[];
  readonly maxSide?: number;
}

/** Models known by a short id, by operation and the vendor's path. */
export const curatedModels: Readonly<Record<string, CuratedModel>> = {
  'edit wavespeed-ai/qwen-image/edit': { alias: 'qwen-edit', name: 'Qwen Image Edit', tier: 'budget', capabilities: ['general_edit', 'style_transfer', 'text_edit'], maxSide: 1536 },
  'edit wavespeed-ai/qwen-image/edit-plus': { alias: 'qwen-edit-plus', name: 'Qwen Image Edit Plus', tier: 'budget', capabilities: ['general_edit', 'style_transfer', 'text_edit', 'multi_image', 'controlnet'], maxSide: 1536 },
  'edit google/nano-banana-pro/edit-ultra': { alias: 'nano-banana-pro-edit-ultra', name: 'Nano Banana Pro Edit Ultra', tier: 'premium', capabilities: ['general_edit', 'high_res', 'professional', 'typography'], maxSide: 8192 },
  'edit bytedance/seedream-v4.5/edit': { alias: 'seedream-v4.5-edit', name: 'Seedream 4.5 Edit', tier: 'mid', capabilities: ['general_edit', 'portrait_retouching', 'fashion_edit', 'product_edit', 'multi_image'], maxSide: 8192 },
  'edit wavespeed-ai/flux-kontext-pro': { alias: 'flux-kontext-pro-edit', name: 'FLUX Kontext Pro', tier: 'mid', capabilities: ['general_edit', 'typography', 'text_edit', 'style_transfer'], maxSide: 2048 },
  'edit wavespeed-ai/step1x-edit': { alias: 'step1x-edit', name: 'Step1X Edit', tier: 'budget', capabilities: ['general_edit'] },
  'edit wavespeed-ai/hidream-e1-full': { alias: 'hidream-e1-full', name: 'HiDream E1 Full', tier: 'budget', capabilities: ['general_edit', 'identity_preservation', 'fashion_edit'] },
  'edit alibaba/wan-2.5/image-edit': { alias: 'wan-2.5-image-edit', name: 'Wan 2.5 Image Edit', tier: 'mid', capabilities: ['general_edit', 'structure_preserving', 'prompt_expansion', 'multi_image'] },
  'edit wavespeed-ai/flux-kontext-pro/multi': { alias: 'flux-kontext-pro-multi', name: 'FLUX Kontext Pro Multi', tier: 'mid', capabilities: ['general_edit', 'multi_image', 'style_alignment'], maxSide: 2048 },
  'edit wavespeed-ai/flux-kontext-max': { alias: 'flux-kontext-max', name: 'FLUX Kontext Max', tier: 'premium', capabilities: ['general_edit', 'style_transfer', 'retouching'], maxSide: 2048 },
  'edit openai/gpt-image-1': { alias: 'gpt-image-1', name: 'GPT Image 1 (through WaveSpeed)', tier: 'mid', capabilities: ['general_edit', 'style_transfer', 'mask'], maxSide: 1536 },
  'edit wavespeed-ai/z-image/turbo-inpaint': { alias: 'z-image-turbo-inpaint', name: 'Z-Image Turbo Inpaint', tier: 'budget', capabilities: ['inpaint', 'object_removal', 'restoration'] },
  'edit wavespeed-ai/image-zoom-out': { alias: 'image-zoom-out', name: 'Image Zoom-Out', tier: 'budget', capabilities: ['outpaint', 'expand'], maxSide: 4096 },
  'edit wavespeed-ai/image-eraser': { alias: 'image-eraser', name: 'Image Eraser', tier: 'budget', capabilities: ['erase', 'object_removal', 'mask', 'multi_region'] },
  'edit bria/expand': { alias: 'bria-expand', name: 'Bria Expand', tier: 'mid', capabilities: ['outpaint', 'expand', 'aspect_ratio'] },
  'edit bria/generate-background': { alias: 'bria-generate-background', name: 'Bria Generate Background', tier: 'mid', capabilities: ['replace_background'] },
  'edit wavespeed-ai/image-text-remover': { alias: 'image-text-remover', name: 'Image Text Remover', tier: 'premium', capabilities: ['remove_text'] },

  'upscale wavespeed-ai/image-upscaler': { alias: 'image-upscaler', name: 'Image Upscaler', tier: 'budget', capabilities: ['upscale'], maxSide: 8192 },
  'upscale bria/increase-resolution': { alias: 'bria-increase-resolution', name: 'Bria Increase Resolution', tier: 'mid', capabilities: ['upscale', 'detail_preserving'] },
  'upscale wavespeed-ai/ultimate-image-upscaler': { alias: 'ultimate-image-upscaler', name: 'Ultimate Image Upscaler', tier: 'premium', capabilities: ['upscale'], maxSide: 8192 },

  'generate ideogram-ai/ideogram-v3-turbo': { alias: 'ideogram-v3-turbo', name: 'Ideogram V3 Turbo', tier: 'mid', capabilities: ['text_to_image', 'text_rendering', 'photorealistic'] },
  'generate wavespeed-ai/qwen-image/text-to-image': { alias: 'qwen-image', name: 'Qwen Image', tier: 'budget', capabilities: ['text_to_image', 'fast'], maxSide: 1536 },
  'generate wavespeed-ai/flux-kontext-pro/text-to-image': { alias: 'flux-kontext-pro', name: 'FLUX Kontext Pro', tier: 'mid', capabilities: ['text_to_image', 'typography', 'text_rendering'] },
  'generate wavespeed-ai/wan-2.2/text-to-image-realism': { alias: 'wan-2.2-text-to-image-realism', name: 'WAN 2.2 Realism', tier: 'budget', capabilities: ['text_to_image', 'photorealistic'], maxSide: 1536 },
  'generate vidu/reference-to-image-q2': { alias: 'vidu-reference-to-image-q2', name: 'Vidu Reference to Image Q2', tier: 'mid', capabilities: ['reference_to_image', 'style_consistency'] },
  'generate wavespeed-ai/flux-2-flex/text-to-image': { alias: 'flux-2-flex', name: 'FLUX 2 Flex', tier: 'mid', capabilities: ['text_to_image', 'typography', 'text_rendering', 'infographic'], maxSide: 1536 },
  'generate z-ai/glm-image/text-to-image': { alias: 'glm-image', name: 'GLM Image', tier: 'premium', capabilities: ['text_to_image', 'infographic', 'diagram', 'text_rendering'], maxSide: 1536 },

  'character ideogram-ai/ideogram-character': { alias: 'ideogram-character', name: 'Ideogram Character', tier: 'premium', capabilities: ['character_consistency', 'outfit_change'] },
  'character wavespeed-ai/instant-character': { alias: 'instant-character', name: 'Instant Character', tier: 'mid', capabilities: ['character_consistency'], maxSide: 1536 },
  'character vidu/reference-to-image-q2': { alias: 'vidu-reference-to-image-q2', name: 'Vidu Reference to Image Q2', tier: 'mid', capabilities: ['character_consistency', 'multi_reference'] },

  '3d wavespeed-ai/sam-3d-body': { alias: 'sam-3d-body', name: 'SAM 3D Body', tier: 'budget', capabilities: ['human_body', 'mask'] },
  '3d wavespeed-ai/sam-3d-objects': { alias: 'sam-3d-objects', name: 'SAM 3D Objects', tier: 'budget', capabilities: ['objects', 'mask', 'multi_object'] },
  '3d wavespeed-ai/hunyuan3d/v2-multi-view': { alias: 'hunyuan3d-v2-multi-view', name: 'Hunyuan3D 2 Multi-View', tier: 'budget', capabilities: ['multi_view'] },
  '3d tripo3d/v2.5/image-to-3d': { alias: 'tripo3d-v2.5-image-to-3d', name: 'Tripo3D 2.5', tier: 'premium', capabilities: ['textured', 'game_ready'] },
  '3d wavespeed-ai/hunyuan3d/v2.1': { alias: 'hunyuan3d-v2.1', name: 'Hunyuan3D 2.1', tier: 'premium', capabilities: ['pbr'] },
  '3d wavespeed-ai/hunyuan3d-v3/image-to-3d': { alias: 'hunyuan3d-v3-image-to-3d', name: 'Hunyuan3D 3', tier: 'premium', capabilities: ['pbr', 'multi_view', 'face_count'] },
  '3d hyper3d/rodin-v2/image-to-3d': { alias: 'hyper3d-rodin-v2-image-to-3d', name: 'Rodin 2 (pictures)', tier: 'premium', capabilities: ['pbr', 'uv', 'topology', 'multi_view'] },
  '3d tripo3d/v2.5/multiview-to-3d': { alias: 'tripo3d-v2.5-multiview-to-3d', name: 'Tripo3D 2.5 Multi-View', tier: 'premium', capabilities: ['multi_view', 'textured'] },
  '3d hyper3d/rodin-v2/text-to-3d': { alias: 'hyper3d-rodin-v2-text-to-3d', name: 'Rodin 2 (words)', tier: 'premium', capabilities: ['text_to_3d', 'pbr', 'uv'] },
  '3d wavespeed-ai/hunyuan3d-v3/sketch-to-3d': { alias: 'hunyuan3d-v3-sketch-to-3d', name: 'Hunyuan3D 3 (sketch)', tier: 'premium', capabilities: ['sketch_to_3d', 'pbr', 'face_count'] },

  'faceswap wavespeed-ai/image-face-swap': { alias: 'image-face-swap', name: 'Image Face Swap', tier: 'budget', capabilities: ['face_swap'] },
  'faceswap wavespeed-ai/image-face-swap-pro': { alias: 'image-face-swap-pro', name: 'Image Face Swap Pro', tier: 'mid', capabilities: ['face_swap', 'realistic_blending'] },
  'faceswap wavespeed-ai/image-head-swap': { alias: 'image-head-swap', name: 'Image Head Swap', tier: 'mid', capabilities: ['head_swap', 'realistic_blending'] },
  'faceswap akool/image-face-swap': { alias: 'akool-face-swap', name: 'Akool Face Swap', tier: 'premium', capabilities: ['face_swap', 'multi_face', 'realistic_blending', 'face_enhancement'] },
  'faceswap wavespeed-ai/infinite-you': { alias: 'infinite-you', name: 'InfiniteYou', tier: 'mid', capabilities: ['face_swap', 'identity_preservation'] },

  'translate wavespeed-ai/image-translator': { alias: 'image-translator', name: 'Image Translator', tier: 'premium', capabilities: ['translate', 'font_preservation', 'layout_aware'] },
  'translate alibaba/qwen-image/translate': { alias: 'qwen-image-translate', name: 'Qwen Image Translate', tier: 'budget', capabilities: ['translate', 'terminology', 'sensitive_word_filter'] },

  'video alibaba/wan-2.5/image-to-video': { alias: 'wan-2.5-image-to-video', name: 'Wan 2.5', tier: 'mid', capabilities: ['image_to_video', 'audio_sync'] },
  'video kwaivgi/kling-v2.5-turbo-std/image-to-video': { alias: 'kling-v2.5-turbo-std', name: 'Kling 2.5 Turbo Standard', tier: 'mid', capabilities: ['image_to_video'] },
  'video kwaivgi/kling-v2.5-turbo-pro/image-to-video': { alias: 'kling-v2.5-turbo-pro', name: 'Kling 2.5 Turbo Pro', tier: 'premium', capabilities: ['image_to_video', 'last_image'] },
  'video wavespeed-ai/kandinsky5-pro/image-to-video': { alias: 'kandinsky5-pro', name: 'Kandinsky 5 Pro', tier: 'mid', capabilities: ['image_to_video'] },
  'video bytedance/seedance-v1-lite-i2v-480p': { alias: 'seedance-v1-lite-i2v-480p', name: 'Seedance 1 Lite 480p', tier: 'budget', capabilities: ['image_to_video', 'last_image', 'aspect_ratio'] },
};
