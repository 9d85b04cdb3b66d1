/** What each operation is called and what its button says. */
export const operationTexts: Readonly<Record<string, { name: string; verb: string; lead: string; busy: string }>> = {
  generate: { name: 'Generate', verb: 'Generate', lead: 'A picture from words', busy: 'Generating' },
  edit: { name: 'Edit', verb: 'Edit picture', lead: 'Change a picture by saying what', busy: 'Editing' },
  upscale: { name: 'Upscale', verb: 'Enlarge', lead: 'More pixels, same picture', busy: 'Enlarging' },
  character: { name: 'Character', verb: 'Make picture', lead: 'The same person in a new scene', busy: 'Making' },
  faceswap: { name: 'Face swap', verb: 'Swap face', lead: 'Another face in a picture', busy: 'Swapping' },
  translate: {
    name: 'Translate',
    verb: 'Translate',
    lead: 'The words in a picture, in another language',
    busy: 'Translating',
  },
  '3d': { name: '3D', verb: 'Make 3D model', lead: 'A model to turn and to use', busy: 'Modelling' },
  video: { name: 'Video', verb: 'Make video', lead: 'A picture set in motion', busy: 'Filming' },
};

/** What is asked of each input, with help where a name is not enough. */
export const inputTexts: Readonly<Record<string, { label: string; help?: string; placeholder?: string }>> = {
  prompt: { label: 'Prompt', placeholder: 'Say what you want to see' },
  negativePrompt: { label: 'Leave out', placeholder: 'What should not be in it' },
  image: { label: 'Picture' },
  reference: { label: 'Reference', help: 'A picture of the character, the style or the background to take over.' },
  search: {
    label: 'What to look for',
    placeholder: 'For example: the red car',
    help: 'In words; it is found in the picture.',
  },
  expand: { label: 'Extend by', help: 'Pixels at each side.' },
  lightReference: { label: 'Picture of the light', help: 'Its light is taken over.' },
  outputFormat: { label: 'File format' },
  formats: { label: 'File format', help: 'Only GLB can be looked at here.' },
  mask: { label: 'Mask', help: 'White is edited, black is kept.' },
  face: { label: 'New face', help: 'A clear, frontal face.' },
  target: { label: 'Face to replace', help: 'A close-up of it; leave empty for the largest face.' },
  lastImage: { label: 'Last picture', help: 'The video ends with it.' },
  audio: { label: 'Sound', help: 'The video follows it.' },
  views: { label: 'Views', help: 'The same thing from its sides.' },
  kind: { label: 'What to do' },
  style: { label: 'Style', placeholder: 'For example realistic' },
  size: { label: 'Size' },
  aspectRatio: { label: 'Shape' },
  count: { label: 'Results' },
  scale: { label: 'Times larger' },
  targetLanguage: { label: 'Into' },
  sourceLanguage: { label: 'From', help: 'Found out when left alone.' },
  seconds: { label: 'Length', help: 'In seconds.', placeholder: 'The model’s own' },
  resolution: { label: 'Resolution' },
  faces: { label: 'Polygons', help: 'More make a finer surface and a larger file.' },
  faceIndex: { label: 'Which face', help: '0 is the largest.' },
  gender: { label: 'Whose faces' },
  consent: { label: 'I have the consent of the people shown' },
};

/** Names of vendors' parameters where their own is no word. */
export const optionNames: Readonly<Record<string, string>> = {
  num_inference_steps: 'Steps',
  guidance_scale: 'Guidance',
  enable_prompt_expansion: 'Expand the prompt',
  enable_safety_checker: 'Safety filter',
  enable_sync_mode: 'Wait for the vendor',
  loras: 'LoRAs',
  output_format: 'File format',
};

/** Help for vendors' parameters that many models share, in our words. */
export const optionHelp: Readonly<Record<string, string>> = {
  seed: 'The same seed and settings give a similar picture again.',
  guidance_scale: 'How closely the model follows the prompt.',
  num_inference_steps: 'More steps take longer and show more detail.',
  strength: 'How far the result may move from the picture.',
  output_format: 'The kind of file you get.',
  enable_prompt_expansion: 'The vendor adds detail to a short prompt.',
  enable_safety_checker: 'Refuse what the vendor’s filter finds unsafe.',
  quality: 'Finer results usually cost more.',
  resolution: 'Larger results may cost more.',
  loras: 'Extra weights, as the vendor names them.',
  enable_sync_mode: 'The vendor answers when it is done.',
};

/** What the kinds of an edit and of a 3D model are called. */
export const kindTexts: Readonly<Record<string, string>> = {
  instruct: 'Follow the prompt',
  inpaint: 'Repaint an area',
  outpaint: 'Extend the picture',
  'search-replace': 'Find and replace',
  'search-recolor': 'Find and recolour',
  erase: 'Erase an area',
  'remove-background': 'Remove background',
  'replace-background': 'New background',
  relight: 'New light',
  'style-transfer': 'New style',
  'remove-text': 'Remove text',
  enhance: 'Enhance',
  effect: 'Effect',
  structure: 'Keep the structure',
  picture: 'From a picture',
  views: 'From views',
  text: 'From words',
  sketch: 'From a sketch',
  splat: 'Point cloud',
};
