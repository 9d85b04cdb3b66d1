import type { InputValue } from '@image-studio/api-client';
import { texts } from '../texts/english.ts';
import type { Change, Draft, DraftFile } from './drafts.tsx';
import type { OperationForm } from './operations.ts';
import { useUpload } from './use-upload.ts';

interface Sample {
  /** The picture of each input. */
  readonly files: Readonly<Record<string, 'sample.jpg' | 'sample-face.png'>>;
  readonly values: Readonly<Record<string, InputValue>>;
}

const landscape = { image: 'sample.jpg' } as const;
const person = 'sample-face.png';

const samples: Readonly<Record<string, Sample>> = {
  edit: { files: landscape, values: { prompt: texts.example.prompts.edit } },
  generate: { files: {}, values: { prompt: texts.example.prompts.generate } },
  upscale: { files: landscape, values: {} },
  character: { files: { reference: person }, values: { prompt: texts.example.prompts.character, consent: true } },
  faceswap: { files: { image: person, face: person }, values: { consent: true } },
  translate: { files: landscape, values: { targetLanguage: 'fr' } },
  '3d': { files: { image: person }, values: {} },
  video: { files: landscape, values: { prompt: texts.example.prompts.video } },
};

/** Puts a worked example into the draft: pictures and words, where nothing is yet. The people of the samples are drawn. */
export function useSample(operation: OperationForm, change: (how: Change) => void): () => void {
  const { files, values } = samples[operation.id]!;
  const put = (name: string) => (draft: Draft, file: DraftFile) => ({
    ...draft,
    files: { ...draft.files, [name]: draft.files[name]?.length ? draft.files[name] : [file] },
  });
  const { upload } = useUpload((kept, { name }) => {
    const inputs = Object.keys(files).filter((input) => files[input] === name);
    change((draft) => inputs.reduce((all, input) => put(input)(all, kept), draft));
  });
  return () => {
    change((draft) => ({ ...draft, values: { ...values, ...draft.values } }));
    for (const source of new Set(Object.values(files)))
      void fetch(`/${source}`)
        .then((answer) => answer.blob())
        .then((blob) => upload(new File([blob], source, { type: blob.type })));
  };
}
