import { texts } from '../texts/english.ts';
import type { Change } from './drafts.tsx';
import type { OperationForm } from './operations.ts';
import { useUpload } from './use-upload.ts';

/** Puts the sample picture into the draft, and a prompt where the operation lives on one. */
export function useSample(operation: OperationForm, change: (how: Change) => void): () => void {
  const name = operation.primary;
  const { upload } = useUpload((file) =>
    change((draft) => ({
      ...draft,
      files: { ...draft.files, [name]: draft.files[name]?.length ? draft.files[name] : [file] },
    })),
  );
  const people = operation.id === 'faceswap' || operation.id === 'character';
  return () => {
    const source = people ? 'sample-face.png' : 'sample.jpg';
    if (operation.id === 'edit')
      change((draft) => ({ ...draft, values: { prompt: texts.example.prompt, ...draft.values } }));
    void fetch(`/${source}`)
      .then((answer) => answer.blob())
      .then((blob) => upload(new File([blob], source, { type: blob.type })));
  };
}
