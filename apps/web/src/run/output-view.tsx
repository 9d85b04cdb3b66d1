import type { FileFacts, Run } from '@image-studio/api-client';
import { lazy, Suspense, useState } from 'react';
import { linkOf, useFileUrl } from '../data/use-file-url.ts';
import { isMotionLiked } from '../parts/motion.ts';
import { Notice } from '../parts/notice.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import { PictureView } from './picture-view.tsx';
import { sourceOf } from './run-source.ts';

const ModelViewer = lazy(() => import('./model-viewer.tsx').then(({ ModelViewer }) => ({ default: ModelViewer })));

type Side = 'compare' | 'result' | 'original';

/** A result to look at: a picture beside what it was made of, a video, a 3D model. */
export function OutputView({ run, output }: { readonly run: Run; readonly output: FileFacts }) {
  const before = useFileUrl(output.kind === 'image' ? sourceOf(run) : undefined);
  const [side, setSide] = useState<Side>('compare');
  const shown = before === undefined ? 'result' : side;
  const after = linkOf(output);
  if (output.kind === 'video')
    return (
      <div className="grid min-h-[46dvh] place-items-center rounded-2xl bg-well p-4 sm:p-8">
        <video
          src={after}
          controls
          autoPlay={isMotionLiked()}
          muted
          loop
          playsInline
          className="max-h-[56dvh] max-w-full rounded-md shadow-card"
          aria-label={texts.run.result}
        />
      </div>
    );
  if (output.kind === 'model3d' && output.mediaType !== 'model/gltf-binary')
    return (
      <div className="grid min-h-[46dvh] place-items-center rounded-2xl bg-well p-6">
        <Notice title={texts.run.notShown} />
      </div>
    );
  if (output.kind === 'model3d')
    return (
      <Suspense fallback={<div className="min-h-[60dvh] rounded-2xl bg-well" />}>
        <ModelViewer url={after} output={output} />
      </Suspense>
    );
  return (
    <PictureView
      before={shown === 'result' ? undefined : before}
      after={shown === 'original' ? before! : after}
      compare={shown === 'compare'}
      width={output.width ?? 1024}
      height={output.height ?? 1024}
    >
      {before !== undefined && (
        <div className="w-68">
          <Segments
            required
            label={texts.run.compare}
            value={side}
            values={(['compare', 'result', 'original'] as const).map((value) => ({ value, text: texts.run[value] }))}
            onChange={(value) => setSide(value ?? 'compare')}
          />
        </div>
      )}
    </PictureView>
  );
}
