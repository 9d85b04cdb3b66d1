/** What is offered where the model does not say; another value is refused with the list of what it takes. */
export const kinds = [
  'instruct',
  'inpaint',
  'erase',
  'remove-background',
  'replace-background',
  'relight',
  'style-transfer',
  'remove-text',
  'enhance',
] as const;

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
