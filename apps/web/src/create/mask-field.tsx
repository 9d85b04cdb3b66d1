import { Brush } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FieldGroup } from '../parts/field.tsx';
import { Picture } from '../parts/picture.tsx';
import { texts } from '../texts/english.ts';
import { inputTexts } from '../texts/operations.ts';
import type { Draft, DraftFile } from './drafts.tsx';
import { MaskPainter } from './mask-painter.tsx';
import { useUpload } from './use-upload.ts';

/** The mask of a picture: painted here. White is edited. */
export function MaskField(props: {
  readonly draft: Draft;
  readonly needed: boolean;
  readonly onChange: (change: (files: readonly DraftFile[]) => readonly DraftFile[]) => void;
}) {
  const [open, setOpen] = useState(false);
  const picture = props.draft.files['image']?.[0];
  const mask = props.draft.files['mask']?.[0];
  const { label = '', help } = inputTexts['mask'] ?? {};
  const { upload } = useUpload((file) => props.onChange(() => [file]));
  return (
    <FieldGroup
      label={label}
      help={picture ? help : texts.mask.needPicture}
      aside={props.needed ? null : <span className="text-sm text-ink-soft">{texts.create.optional}</span>}
    >
      <div className="flex items-center gap-3">
        {mask && <Picture file={mask} className="size-16 rounded-lg" />}
        <Button disabled={!picture} onClick={() => setOpen(true)}>
          <Brush size={16} aria-hidden />
          {mask ? texts.mask.repaint : texts.mask.open}
        </Button>
        {mask && (
          <Button look="quiet" onClick={() => props.onChange(() => [])}>
            {texts.pictures.remove}
          </Button>
        )}
      </div>
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
