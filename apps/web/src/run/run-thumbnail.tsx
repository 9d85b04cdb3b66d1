import { isFinished, type Run } from '@image-studio/api-client';
import { Ban, Box, CircleAlert, LoaderCircle, Play } from 'lucide-react';
import { linkOf } from '../data/use-file-url.ts';
import { useRun } from '../data/queries.ts';
import { Picture, Thumbnail } from '../parts/picture.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import { sourceOf } from './run-source.ts';

/** A run as a small picture: its result, or what it began with and how it stands. */
export function RunThumbnail({ run: given, className }: { readonly run: Run; readonly className: string }) {
  const { data: run = given } = useRun(isFinished(given) ? undefined : given.id);
  const [output] = run.outputs;
  const words = `${operationTexts[run.operation]?.name ?? run.operation}: ${texts.run.states[run.state]}`;
  if (output?.kind === 'image') return <Thumbnail url={linkOf(output)} className={className} alt={words} />;
  const source = sourceOf(run);
  const Icon = iconOf(run);
  return (
    <span
      className={`relative grid place-items-center overflow-hidden bg-well ${className}`}
      role="img"
      aria-label={words}
    >
      {source && (
        <Picture file={source} className={`absolute inset-0 ${run.state === 'succeeded' ? '' : 'opacity-60'}`} />
      )}
      <span className="relative grid size-8 place-items-center rounded-full bg-card text-ink shadow-sm">
        <Icon size={16} aria-hidden className={isFinished(run) ? '' : 'animate-spin'} />
      </span>
    </span>
  );
}

function iconOf({ state, outputs }: Run) {
  if (state === 'failed') return CircleAlert;
  if (state === 'canceled') return Ban;
  if (state !== 'succeeded') return LoaderCircle;
  return outputs[0]?.kind === 'video' ? Play : Box;
}
