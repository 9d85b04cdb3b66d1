import { Brush, Eraser, Trash2, Undo2 } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { useFileUrl } from '../data/use-file-url.ts';
import { Button } from '../parts/button.tsx';
import { Modal } from '../parts/modal.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import type { DraftFile } from './drafts.tsx';
import { coverageOf, invertMask, maskFile, paintStroke } from './mask-canvas.ts';

const mostUndone = 20;

/** Paints a mask over a picture: brush, eraser, invert, undo. What is painted becomes white on black, in the picture's own size. */
export function MaskPainter(props: {
  readonly picture: DraftFile;
  readonly onClose: () => void;
  readonly onDone: (mask: File) => void;
}) {
  const url = useFileUrl(props.picture);
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const [sides, setSides] = useState<{ readonly width: number; readonly height: number }>();
  const [tool, setTool] = useState<'brush' | 'eraser'>('brush');
  const [size, setSize] = useState(8);
  const [undo, setUndo] = useState<readonly ImageData[]>([]);
  const [empty, setEmpty] = useState(true);
  const context = () => canvas.current!.getContext('2d', { willReadFrequently: true })!;
  const look = () => setEmpty(coverageOf(context()) === 0);
  const remember = () => {
    const { width, height } = canvas.current!;
    const before = context().getImageData(0, 0, width, height);
    setUndo((all) => [...all, before].slice(-mostUndone));
  };
  const back = () => {
    const before = undo.at(-1);
    if (!before) return;
    context().putImageData(before, 0, 0);
    setUndo((all) => all.slice(0, -1));
    look();
  };
  const stroke = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = event.currentTarget.width / box.width;
    const to = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
    const thickness = (size / 100) * Math.max(event.currentTarget.width, event.currentTarget.height);
    paintStroke(context(), { from: last.current ?? to, to, thickness, erase: tool === 'eraser' });
    last.current = to;
  };
  const change = (act: () => void) => {
    remember();
    act();
    look();
  };
  const clear = () => context().clearRect(0, 0, canvas.current!.width, canvas.current!.height);
  return (
    <Modal open wide onClose={props.onClose} title={texts.mask.title} description={texts.mask.lead}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-5 pb-4 sm:px-7">
        <div className="w-52">
          <Segments
            required
            label={texts.mask.title}
            value={tool}
            values={[
              {
                value: 'brush',
                label: texts.mask.brush,
                text: (
                  <span className="flex items-center justify-center gap-1.5">
                    <Brush size={15} aria-hidden />
                    {texts.mask.brush}
                  </span>
                ),
              },
              {
                value: 'eraser',
                label: texts.mask.eraser,
                text: (
                  <span className="flex items-center justify-center gap-1.5">
                    <Eraser size={15} aria-hidden />
                    {texts.mask.eraser}
                  </span>
                ),
              },
            ]}
            onChange={(value) => setTool(value ?? 'brush')}
          />
        </div>
        <label className="flex items-center gap-3 text-sm">
          {texts.mask.size}
          <input
            type="range"
            min={1}
            max={30}
            value={size}
            onChange={(event) => setSize(event.target.valueAsNumber)}
            className="w-32 accent-accent"
          />
        </label>
        <div className="flex gap-1.5">
          <Button look="quiet" onClick={() => change(() => invertMask(context()))}>
            {texts.mask.invert}
          </Button>
          <Button look="quiet" disabled={undo.length === 0} onClick={back}>
            <Undo2 size={16} aria-hidden />
            {texts.mask.undo}
          </Button>
          <Button look="quiet" disabled={empty} onClick={() => change(clear)}>
            <Trash2 size={16} aria-hidden />
            {texts.mask.clear}
          </Button>
        </div>
      </div>
      <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-well p-4">
        {url && (
          <div className="relative">
            <img
              src={url}
              alt=""
              className="max-h-[58dvh] max-w-full"
              onLoad={({ currentTarget }) =>
                setSides({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
            />
            {sides && (
              <canvas
                ref={canvas}
                {...sides}
                aria-label={texts.mask.lead}
                role="img"
                className="absolute inset-0 size-full cursor-crosshair touch-none opacity-60"
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  remember();
                  last.current = undefined;
                  stroke(event);
                }}
                onPointerMove={(event) => {
                  if (event.buttons > 0) stroke(event);
                }}
                onPointerUp={look}
              />
            )}
          </div>
        )}
      </div>
      <footer className="flex items-center justify-end gap-4 border-t border-line px-5 py-4 sm:px-7">
        {empty && <p className="text-sm text-ink-soft">{texts.mask.empty}</p>}
        <Button look="primary" disabled={empty} onClick={() => void maskFile(canvas.current!).then(props.onDone)}>
          {texts.mask.done}
        </Button>
      </footer>
    </Modal>
  );
}
