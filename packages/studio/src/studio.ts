import {
  type AnyRequest,
  type AssetRecord,
  createRunner,
  defaultParts,
  type Incoming,
  type Price,
  type Result,
  type Run,
  type RunContext,
  type RunnerParts,
  type RunProgress,
  StudioError,
  type Warning,
} from '@image-studio/core';
import type { GenerateImageTo3d } from '@image-studio/provider-3d';
import type { GenerateCharacterImage } from '@image-studio/provider-character';
import type { GenerateImageEdit } from '@image-studio/provider-edit';
import type { GenerateFaceSwap } from '@image-studio/provider-faceswap';
import type { GenerateImage } from '@image-studio/provider-generate';
import type { GenerateImageTranslate } from '@image-studio/provider-translate';
import type { GenerateImageUpscale } from '@image-studio/provider-upscale';
import type { GenerateImageToVideo } from '@image-studio/provider-video';
import { followRun, type FollowOptions, type RunEvent } from './follow-run.ts';
import { joinOperations, type OperationId, type Vendors } from './wiring.ts';

/** How a studio is made: its vendors, and its ports. Ports left out live in memory and die with the process. */
export interface StudioOptions extends Partial<Omit<RunnerParts, 'operations'>> {
  readonly vendors: Vendors;
}

/** A context with the account that pays. */
export interface StudioContext extends RunContext {
  readonly account: string;
}

/** What a request would cost, before anything is held. */
export interface Quote {
  readonly model: string;
  /** Why this model, when the request left the choice open. */
  readonly reason: string;
  readonly price: Price;
  readonly warnings: readonly Warning[];
}

/** Runs after they were started. */
export interface Runs {
  get(account: string, id: string): Promise<Run | undefined>;
  /** Resolves when the run has ended or is in doubt. */
  wait(account: string, id: string, options?: Pick<RunContext, 'signal' | 'onProgress'>): Promise<Run>;
  /** Throws what the run failed with. */
  result(account: string, id: string): Promise<Result>;
  cancel(account: string, id: string): Promise<Run>;
  /** The run's moments from now on, whichever process drives it; ends with the run. Throws `not_found` at the first. */
  events(account: string, id: string, options?: FollowOptions): AsyncGenerator<RunEvent, void, undefined>;
  progress(id: string): RunProgress | undefined;
}

/** Every operation behind one entry point. */
export interface Studio {
  readonly generateImage: GenerateImage;
  readonly generateCharacterImage: GenerateCharacterImage;
  readonly generateImageEdit: GenerateImageEdit;
  readonly generateImageUpscale: GenerateImageUpscale;
  readonly generateImageTo3d: GenerateImageTo3d;
  readonly generateFaceSwap: GenerateFaceSwap;
  readonly generateImageTranslate: GenerateImageTranslate;
  readonly generateImageToVideo: GenerateImageToVideo;
  /** Starts a run and does not wait. `attached`: the idempotency key named this earlier run. */
  start(
    operation: OperationId,
    request: AnyRequest,
    context: StudioContext,
  ): Promise<{ readonly id: string; readonly attached: boolean }>;
  quote(operation: OperationId, request: AnyRequest, context: StudioContext): Promise<Quote>;
  readonly runs: Runs;
  /** Keeps a file for later requests. */
  addAsset(file: Incoming, context: StudioContext): Promise<AssetRecord>;
  /** A vendor called back. True when a call of this process was woken. */
  wake(token: string): Promise<boolean>;
  /** Takes over runs that nobody drives: after a crash, a deploy, or of another node. Answers how many calls. */
  resume(options?: { readonly takeOver?: boolean }): Promise<number>;
  /** Stops driving; open runs stay where they are for the next owner. */
  close(): Promise<void>;
}

/** A studio over these vendors and ports. Refuses every run without an account: `unauthorized`. */
export function createStudio({ vendors, ...ports }: StudioOptions): Studio {
  const parts: RunnerParts = { ...defaultParts(), ...ports, operations: joinOperations(vendors) };
  const runner = createRunner(parts);
  const scope = (account: string) => ({ account, test: parts.test });

  function operation(id: OperationId) {
    return async (request: object, context?: RunContext) => runner.run(id, request as AnyRequest, withAccount(context));
  }

  return {
    generateImage: operation('generate'),
    generateCharacterImage: operation('character'),
    generateImageEdit: operation('edit'),
    generateImageUpscale: operation('upscale'),
    generateImageTo3d: operation('3d'),
    generateFaceSwap: operation('faceswap'),
    generateImageTranslate: operation('translate'),
    generateImageToVideo: operation('video'),
    start: async (id, request, context) => runner.start(id, request, withAccount(context)),
    quote: async (id, request, context) => {
      const { selection, price, warnings } = await runner.offer(id, request, withAccount(context));
      return { model: selection.ids[0]!, reason: selection.reason, price, warnings };
    },
    runs: {
      get: (account, id) => runner.get(scope(account), id),
      wait: (account, id, options) => runner.wait(scope(account), id, options),
      result: async (account, id) => {
        const found = await runner.get(scope(account), id);
        if (!found) throw new StudioError('not_found', `No run "${id.slice(0, 60)}"`);
        return runner.result(found);
      },
      cancel: (account, id) => runner.cancel(scope(account), id),
      events: (account, id, options) => followRun(runner, parts.clock, { scope: scope(account), id, ...options }),
      progress: (id) => runner.progress(id),
    },
    addAsset: async (file, context) => runner.addAsset(file, withAccount(context)),
    wake: (token) => runner.wake(token),
    resume: (options) => runner.resume(options),
    close: () => runner.close(),
  };
}

function withAccount(context: RunContext | undefined): StudioContext {
  if (context?.account) return { ...context, account: context.account };
  throw new StudioError('unauthorized', 'A studio runs for an account: give `account` in the context');
}
