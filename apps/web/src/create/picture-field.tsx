import { ImagePlus, X } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { FieldGroup } from '../parts/field.tsx';
import { Picture } from '../parts/picture.tsx';
import { texts } from '../texts/english.ts';
import { inputTexts } from '../texts/operations.ts';
import type { DraftFile } from './drafts.tsx';
import { ResultPicker } from './result-picker.tsx';
import { UploadFaults } from './upload-faults.tsx';
import { useUpload } from './use-upload.ts';

/** Pictures of one input: dropped, pasted or chosen. `many` = more than one may be given. */
export function PictureField(props: {
  readonly name: string;
  readonly label?: string;
  readonly files: readonly DraftFile[];
  readonly many: boolean;
  readonly optional: boolean;
  readonly takesPaste: boolean;
  /** Takes sounds instead of pictures. */
  readonly sound?: boolean;
  readonly onChange: (change: (files: readonly DraftFile[]) => readonly DraftFile[]) => void;
  readonly onSample?: (() => void) | undefined;
}) {
  const { name, files, many, onChange } = props;
  const { label = name, help } = inputTexts[name] ?? {};
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { uploading, upload } = useUpload((file) => onChange((all) => (many ? [...all, file] : [file])));
  const take = (list: FileList | null | undefined) => {
    const pictures = [...(list ?? [])].filter(({ type }) => type.startsWith(props.sound ? 'audio/' : 'image/'));
    for (const file of many ? pictures : pictures.slice(0, 1)) upload(file);
  };
  const takeLatest = useRef(take);
  takeLatest.current = take;
  useEffect(() => {
    if (!props.takesPaste) return;
    const paste = (event: ClipboardEvent) => takeLatest.current(event.clipboardData?.files);
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [props.takesPaste]);
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    },
  };
  const empty = files.length === 0 && uploading.length === 0;
  const shown = props.label ?? label;
  return (
    <FieldGroup
      label={shown}
      help={help}
      aside={props.optional ? <span className="text-sm text-ink-soft">{texts.create.optional}</span> : null}
    >
      <div
        {...drop}
        className={`rounded-xl transition-colors ${over ? 'bg-accent-soft outline-2 outline-accent' : ''}`}
      >
        {empty ? (
          <button
            type="button"
            onClick={() => input.current?.click()}
            className="flex w-full items-center gap-3.5 rounded-xl border border-dashed border-edge px-4 py-4 text-left hover:border-ink hover:bg-card"
          >
            <ImagePlus size={22} strokeWidth={1.6} aria-hidden className="shrink-0 text-ink-soft" />
            <span className="min-w-0">
              <span className="block text-sm font-medium">
                {props.sound ? texts.pictures.audio : many ? texts.pictures.dropMany : texts.pictures.drop}
              </span>
              {!props.sound && <span className="block text-sm text-ink-soft">{texts.pictures.kinds}</span>}
            </span>
          </button>
        ) : (
          <ul className="flex flex-wrap gap-2">
            {files.map((file, index) => (
              <li
                key={typeof file === 'string' ? file : `${file.name}-${file.lastModified}-${index}`}
                className="relative"
              >
                <Picture file={file} className="size-20 rounded-lg" />
                <button
                  type="button"
                  aria-label={`${texts.pictures.remove}: ${shown} ${index + 1}`}
                  onClick={() => onChange((all) => all.filter((one) => one !== file))}
                  className="absolute -top-1.5 -right-1.5 grid size-6 place-items-center rounded-full border border-line bg-card shadow-sm"
                >
                  <X size={13} aria-hidden />
                </button>
              </li>
            ))}
            {uploading.map(({ file, fraction }) => (
              <li key={file.name} className="relative">
                <Picture file={file} className="size-20 rounded-lg opacity-50" />
                <progress
                  aria-label={texts.create.uploading}
                  value={fraction}
                  max={1}
                  className="absolute inset-x-2 bottom-2 h-1 w-16 accent-accent"
                />
              </li>
            ))}
            {many && (
              <li>
                <button
                  type="button"
                  onClick={() => input.current?.click()}
                  className="grid size-20 place-items-center rounded-lg border border-dashed border-edge text-sm font-medium text-ink-soft hover:border-ink hover:text-ink"
                >
                  {texts.pictures.add}
                </button>
              </li>
            )}
          </ul>
        )}
      </div>
      <UploadFaults uploads={uploading} />
      {empty && !props.sound && (
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {props.onSample && (
            <button
              type="button"
              onClick={props.onSample}
              className="text-sm font-medium text-accent underline-offset-4 hover:underline"
            >
              {texts.example.button}
            </button>
          )}
          <ResultPicker onPick={(asset) => onChange((all) => (many ? [...all, asset] : [asset]))} />
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept={props.sound ? 'audio/*' : 'image/*'}
        multiple={many}
        aria-label={shown}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </FieldGroup>
  );
}
