import '@google/model-viewer';
import type { FileFacts } from '@image-studio/api-client';
import { formatSize } from '../parts/format.ts';
import { isMotionLiked } from '../parts/motion.ts';
import { texts } from '../texts/english.ts';

/** A 3D model to turn: drag, pinch, or the arrow keys. */
export function ModelViewer({ url, output }: { readonly url: string; readonly output: FileFacts }) {
  return (
    <div className="relative overflow-hidden rounded-2xl bg-well">
      <model-viewer
        src={url}
        alt={texts.run.result}
        camera-controls
        {...(isMotionLiked() ? { 'auto-rotate': true } : {})}
        shadow-intensity="0.8"
        interaction-prompt="none"
        className="[--progress-bar-height:0px]"
        style={{ width: '100%', height: '60dvh' }}
      />
      {output.scene && (
        <p className="pointer-events-none absolute bottom-3 left-4 text-sm text-ink-soft tabular-nums">
          {aboutModel(output)}
        </p>
      )}
    </div>
  );
}

function aboutModel({ scene, size }: FileFacts): string {
  const box = scene?.size;
  return [
    `${texts.run.triangles} ${scene?.triangles.toLocaleString()}`,
    `${texts.run.meshes} ${scene?.meshes}`,
    ...(box ? [[box.x, box.y, box.z].map((side) => side.toFixed(2)).join(' × ')] : []),
    formatSize(size),
  ].join(' · ');
}
