import type { FileFacts } from '@image-studio/api-client';
import { Download } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { linkOf } from '../data/use-file-url.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { formatSize } from '../parts/format.ts';
import { Modal } from '../parts/modal.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import { type PublishFormat, publishFormats } from './formats.ts';
import { framedFile, type Framing, placeOf } from './frame-picture.ts';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0.02, 0],
  ArrowRight: [-0.02, 0],
  ArrowUp: [0, 0.02],
  ArrowDown: [0, -0.02],
};
const within = (share: number) => Math.min(1, Math.max(0, share));

/** A result set to the size of a place to publish: cropped or padded, in this browser. */
export function PublishDialog({ output, onClose }: { readonly output: FileFacts; readonly onClose: () => void }) {
  const [index, setIndex] = useState(0);
  const [framing, setFraming] = useState<Framing>({ way: 'crop', zoom: 1, x: 0.5, y: 0.5, background: '#ffffff' });
  const [safe, setSafe] = useState(true);
  const picture = useRef<HTMLImageElement>(null);
  const format = publishFormats[index]!;
  const size = { width: output.width ?? 1, height: output.height ?? 1 };
  const place = placeOf(size, format, framing);
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  const move = (byX: number, byY: number) =>
    setFraming((old) => ({ ...old, x: within(old.x + byX), y: within(old.y + byY) }));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const shown = event.currentTarget.clientWidth / format.width;
    const room = { x: (format.width - place.width) * shown, y: (format.height - place.height) * shown };
    move(room.x === 0 ? 0 : event.movementX / room.x, room.y === 0 ? 0 : event.movementY / room.y);
  };
  const keys = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    move(...step);
  };
  const save = async () => {
    const link = document.createElement('a');
    const file = await framedFile(picture.current!, format, framing);
    link.href = URL.createObjectURL(file);
    link.download =
      `${format.platform}-${format.name}-${format.width}x${format.height}.${file.type === 'image/png' ? 'png' : 'jpg'}`
        .toLowerCase()
        .replaceAll(' ', '-');
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const { covered } = format;
  return (
    <Modal open wide onClose={onClose} title={texts.publish.title} description={texts.publish.lead}>
      <div className="grid min-h-0 flex-1 gap-6 overflow-y-auto px-5 pb-6 sm:px-7 md:grid-cols-[minmax(0,1fr)_280px]">
        <div className="grid place-items-center rounded-xl bg-well p-4">
          <div
            role="group"
            tabIndex={0}
            aria-label={texts.publish.move}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={keys}
            className="relative max-h-[56dvh] max-w-full cursor-move touch-none overflow-hidden shadow-card"
            style={{
              aspectRatio: `${format.width} / ${format.height}`,
              background: framing.background,
              width: `min(100%, ${(56 * format.width) / format.height}dvh)`,
            }}
          >
            <img
              ref={picture}
              src={linkOf(output)}
              alt={texts.run.result}
              draggable={false}
              className="absolute max-w-none"
              style={{
                left: share(place.left, format.width),
                top: share(place.top, format.height),
                width: share(place.width, format.width),
                height: share(place.height, format.height),
              }}
            />
            {safe && covered && (
              <div
                aria-hidden
                className="pointer-events-none absolute border border-dashed border-white mix-blend-difference"
                style={{
                  inset: `${covered.top * 100}% ${covered.right * 100}% ${covered.bottom * 100}% ${covered.left * 100}%`,
                }}
              />
            )}
          </div>
        </div>
        <div className="flex flex-col gap-5">
          <Field label={texts.publish.platform} help={aboutFormat(format)}>
            {(ids) => (
              <select
                {...ids}
                value={index}
                onChange={(event) => setIndex(Number(event.target.value))}
                className="field-box h-10"
              >
                {publishFormats.map(({ platform, name }, at) => (
                  <option key={`${platform} ${name}`} value={at}>
                    {platform}, {name.toLowerCase()}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Segments
            required
            label={texts.publish.fit}
            value={framing.way}
            values={[
              { value: 'crop', text: texts.publish.crop },
              { value: 'pad', text: texts.publish.pad },
            ]}
            onChange={(way) => setFraming({ ...framing, way: way ?? 'crop', zoom: 1 })}
          />
          <Field label={texts.publish.zoom}>
            {(ids) => (
              <input
                {...ids}
                type="range"
                min={framing.way === 'crop' ? 1 : 0.4}
                max={3}
                step={0.01}
                value={framing.zoom}
                onChange={(event) => setFraming({ ...framing, zoom: event.target.valueAsNumber })}
                className="accent-accent"
              />
            )}
          </Field>
          {framing.way === 'pad' && (
            <Field label={texts.publish.background}>
              {(ids) => (
                <input
                  {...ids}
                  type="color"
                  value={framing.background}
                  onChange={(event) => setFraming({ ...framing, background: event.target.value })}
                  className="h-10 w-full"
                />
              )}
            </Field>
          )}
          {covered && (
            <label className="flex items-center gap-2.5 text-sm">
              <input
                type="checkbox"
                checked={safe}
                onChange={(event) => setSafe(event.target.checked)}
                className="size-4 accent-accent"
              />
              {texts.publish.safe}
            </label>
          )}
          <p className="text-sm text-ink-soft">{place.scale > 1.01 ? texts.publish.smaller : texts.publish.move}</p>
          <Button look="primary" className="mt-auto" onClick={() => void save()}>
            <Download size={16} aria-hidden />
            {texts.publish.download}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function aboutFormat({ width, height, mostBytes }: PublishFormat): string {
  const size = `${width} × ${height} px`;
  return mostBytes === undefined ? size : `${size}, ${texts.publish.most(formatSize(mostBytes))}`;
}
