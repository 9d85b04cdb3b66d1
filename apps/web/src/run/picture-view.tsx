import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { texts } from '../texts/english.ts';
import { Comparison } from './comparison.tsx';

const steps = [0.25, 0.5, 1, 2, 4, 8];
const gap = 48;

/** A picture on a checkerboard: whole at first, then to its pixels. With `compare`, before and after in one place. */
export function PictureView(props: {
  readonly before: string | undefined;
  readonly after: string;
  readonly compare: boolean;
  readonly width: number;
  readonly height: number;
  readonly children?: ReactNode;
}) {
  const { before, after, width, height } = props;
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const [zoom, setZoom] = useState<number>();
  // Small pictures are shown larger than they are, but not to their pixels.
  const fit = room ? Math.min((room.width - gap) / width, (room.height - gap) / height, 4) : undefined;
  const scale = zoom ?? fit;
  const next = (up: boolean) =>
    setZoom(
      up ? steps.find((step) => step > (scale ?? 1) * 1.01) : steps.findLast((step) => step < (scale ?? 1) * 0.99),
    );
  const size = scale === undefined ? undefined : { width: width * scale, height: height * scale };
  const look = { ...size, imageRendering: (scale ?? 1) >= 4 ? 'pixelated' : 'auto' } as const;
  return (
    <div className="overflow-hidden rounded-2xl bg-well">
      <div
        ref={box}
        className="flex h-[50dvh] overflow-auto lg:h-[calc(60dvh-3.5rem)]"
        tabIndex={0}
        role="group"
        aria-label={texts.run.result}
      >
        {size && (
          <div className="checkerboard m-auto shrink-0 shadow-card" style={size}>
            {props.compare && before !== undefined ? (
              <Comparison before={before} after={after} look={look} />
            ) : (
              <img src={after} alt={texts.run.result} style={look} className="max-w-none object-contain" />
            )}
          </div>
        )}
      </div>
      <div className="flex min-h-14 flex-wrap items-center justify-between gap-2 border-t border-line px-3 py-2">
        {props.children ?? <span />}
        <div className="flex items-center gap-1 text-sm tabular-nums">
          <Button
            look="icon"
            aria-label={texts.run.zoomOut}
            disabled={(scale ?? 1) <= steps[0]!}
            onClick={() => next(false)}
          >
            <Minus size={16} aria-hidden />
          </Button>
          <button
            type="button"
            className="w-16 rounded-md py-1 text-center font-medium hover:bg-card"
            onClick={() => setZoom(zoom === undefined ? 1 : undefined)}
          >
            {zoom === undefined ? texts.run.fit : `${zoom * 100} %`}
          </button>
          <Button
            look="icon"
            aria-label={texts.run.zoomIn}
            disabled={(scale ?? 1) >= steps.at(-1)!}
            onClick={() => next(true)}
          >
            <Plus size={16} aria-hidden />
          </Button>
          <span className="ml-2 hidden text-ink-soft sm:inline">
            {width} × {height}
          </span>
        </div>
      </div>
    </div>
  );
}

function useRoom(box: React.RefObject<HTMLDivElement | null>) {
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number }>();
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.target.clientWidth, height: entry.target.clientHeight });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return room;
}
