import type { Place } from './curation-places.ts';
import type { ManifestRow } from './manifest-row.ts';
import type { VendorRow } from './vendor-row.ts';

const byOperation: Readonly<Record<string, string>> = {
  generate: 'text_to_image',
  character: 'character_consistency',
  upscale: 'upscale',
  faceswap: 'face_swap',
  translate: 'translate',
  video: 'image_to_video',
};

/** What a model can do, in words to filter by: told by its place, its inputs and its path. */
export function capabilitiesOf(
  { id, schema }: VendorRow,
  { operation, kinds = [] }: Place,
  wire: ManifestRow['wire'],
): readonly string[] {
  const first = byOperation[operation];
  const does = kinds.map((kind) => (kind === 'instruct' ? 'general_edit' : kind.replaceAll('-', '_')));
  const many = Object.values(wire).some(
    (form) => typeof form === 'object' && form.as === 'list' && form.max > 1 && !form.edit,
  );
  const largest = [schema.properties['resolution'], schema.properties['target_resolution']].some((property) =>
    property?.enum?.some((word) => /^[48]k$/i.test(String(word))),
  );
  const draws = ['generate', 'character'].includes(operation) || kinds.some((kind) => /instruct|inpaint/.test(kind));
  const { loras, generate_audio: audio, sound } = schema.properties;
  return [
    ...(first === undefined ? [] : [first]),
    ...does,
    ...(many ? ['multi_image'] : []),
    ...('mask' in wire && !does.includes('inpaint') ? ['mask'] : []),
    ...('lastImage' in wire ? ['last_image'] : []),
    ...(loras ? ['lora'] : []),
    ...(audio || sound ? ['sound'] : []),
    ...('audio' in wire ? ['audio_sync'] : []),
    ...(largest ? ['high_res'] : []),
    ...(draws && /ideogram|recraft|seedream|nano-banana-pro|gpt-image|flux-kontext-(pro|max)/.test(id)
      ? ['typography']
      : []),
    ...(/turbo|fast|flash|schnell|lightning|rapid/.test(id) ? ['fast'] : []),
  ];
}
