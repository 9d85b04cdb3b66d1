/** What is offered where the model does not say; another value is refused with the list of what it takes. */
export const kinds = [
  'instruct',
  'inpaint',
  'erase',
  'remove-background',
  'replace-background',
  'outpaint',
  'search-replace',
  'search-recolor',
  'relight',
  'style-transfer',
  'remove-text',
  'enhance',
  'structure',
  'sketch',
] as const;

/** File formats of pictures. */
export const pictureFormats = ['png', 'jpeg', 'webp'] as const;

/** File formats of 3D models. */
export const modelFormats = ['glb', 'obj', 'fbx', 'usdz', 'stl', 'ply'] as const;

/** The sides at which a picture can be extended. */
export const sides = ['left', 'right', 'top', 'bottom'] as const;

/** How many times larger. */
export const scales = [2, 3, 4, 8] as const;

/** Lines of a video. */
export const resolutions = ['480p', '720p', '1080p'] as const;

/** Whose faces. */
export const genders = ['all', 'female', 'male'] as const;

/** Languages that picture translators know. */
export const languages = [
  'en',
  'zh',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'ja',
  'ko',
  'ar',
  'ru',
  'nl',
  'pl',
  'tr',
  'vi',
  'th',
  'id',
  'no',
  'sv',
  'da',
] as const;

/** Shapes of a picture, wide to tall. */
export const shapes = ['16:9', '3:2', '4:3', '1:1', '3:4', '2:3', '9:16'] as const;
