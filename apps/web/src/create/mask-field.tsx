import { Brush } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FieldGroup } from '../parts/field.tsx';
import { Picture } from '../parts/picture.tsx';
import { texts } from '../texts/english.ts';
import { inputTexts } from '../texts/operations.ts';
import type { Draft, DraftFile } from './drafts.tsx';
import { MaskPainter } from './mask-painter.tsx';
import { UploadFaults } from './upload-faults.tsx';
import { useUpload } from './use-upload.ts';

/** The mask of a picture: painted here, which takes a pointer, or a file. White is edited. */
export function MaskField(props: {
  readonly draft: Draft;
  readonly needed: boolean;
  readonly onChange: (change: (files: readonly DraftFile[]) => readonly DraftFile[]) => void;
}) {
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const picture = props.draft.files['image']?.[0];
  const mask = props.draft.files['mask']?.[0];
  const { label = '', help } = inputTexts['mask'] ?? {};
  const { upload, uploading } = useUpload((file) => props.onChange(() => [file]));
  return (
    <FieldGroup
      label={label}
      help={picture ? help : texts.mask.needPicture}
      aside={props.needed ? null : <span className="text-sm text-ink-soft">{texts.create.optional}</span>}
    >
      <div className="flex flex-wrap items-center gap-3">
        {mask && <Picture file={mask} className="size-16 rounded-lg" />}
        <Button disabled={!picture} onClick={() => setOpen(true)}>
          <Brush size={16} aria-hidden />
          {mask ? texts.mask.repaint : texts.mask.open}
        </Button>
        <Button look="quiet" disabled={!picture} onClick={() => input.current?.click()}>
          {texts.mask.choose}
        </Button>
        {mask && (
          <Button look="quiet" onClick={() => props.onChange(() => [])}>
            {texts.pictures.remove}
          </Button>
        )}
      </div>
      <UploadFaults uploads={uploading} />
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={texts.mask.file}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) upload(file);
          event.target.value = '';
        }}
      />
      {open && picture && (
        <MaskPainter
          picture={picture}
          onClose={() => setOpen(false)}
          onDone={(painted) => {
            upload(painted);
            setOpen(false);
          }}
        />
      )}
    </FieldGroup>
  );
}
