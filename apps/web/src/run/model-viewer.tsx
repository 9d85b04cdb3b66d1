import '@google/model-viewer';
import type { FileFacts } from '@image-studio/api-client';
import { texts } from '../texts/english.ts';

/** A 3D model to turn: drag, pinch, or the arrow keys. */
export function ModelViewer({ url, output }: { readonly url: string; readonly output: FileFacts }) {
  const { scene } = output;
  return (
    <div className="relative overflow-hidden rounded-2xl bg-well">
      <model-viewer
        src={url}
        alt={texts.run.result}
        camera-controls
        auto-rotate
        shadow-intensity="0.8"
        interaction-prompt="none"
        className="[--progress-bar-height:0px]"
        style={{ width: '100%', height: '60dvh' }}
      />
      {scene && (
        <p className="pointer-events-none absolute bottom-3 left-4 text-sm text-ink-soft tabular-nums">
          {texts.run.triangles} {scene.triangles.toLocaleString()} · {texts.run.meshes} {scene.meshes}
        </p>
      )}
    </div>
  );
}
