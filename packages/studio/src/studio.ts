import {
  type AnyRequest,
  type AssetRecord,
  bindQuote,
  createRunner,
  defaultParts,
  type ErrorBody,
  type Incoming,
  judgeOffer,
  type Operation,
  type Price,
  type RankedModel,
  type Result,
  type Run,
  type RunContext,
  type ResumeOptions,
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
import {
  type Catalogue,
  createCatalogue,
  type OverlayEntry,
  overlaySpecs,
  type Recommendation,
  type RecommendRequest,
} from '@image-studio/registry';
import { followRun, type FollowOptions, type RunEvent } from './follow-run.ts';
import { joinOperations, type OperationId, type Vendors } from './wiring.ts';

/** How a studio is made: its vendors, and its ports. Ports left out live in memory and die with the process. */
export interface StudioOptions extends Partial<Omit<RunnerParts, 'operations'>> {
  readonly vendors: Vendors;
  /** Changes of the catalogue: new models, negotiated prices, models switched off. Checked when the studio is made. */
  readonly models?: readonly OverlayEntry[];
}

/** A context with the account that pays. */
export interface StudioContext extends RunContext {
  readonly account: string;
}

/** What a request would cost, before anything is held. */
export interface Quote {
  readonly model: string;
  /** Why this model, which were next and what was left out, when the request left the choice open. */
  readonly reason: string;
  /** All models that can do it, best first, with price and score; empty when the request names its model. */
  readonly ranking: readonly RankedModel[];
  /** What would be held, the plan's markup included. */
  readonly price: Price;
  readonly warnings: readonly Warning[];
  /** Would a run of this request be accepted now, as plan, limits and budget stand? */
  readonly allowed: boolean;
  /** What it would be refused with; null when it is allowed. */
  readonly refusal: ErrorBody | null;
  /** Name it as `quoteId` in the context of a run of the same request, and the run holds no more than this, until `expiresAt` (ms). */
  readonly quoteId: string;
  readonly expiresAt: number;
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
  /** The models of the vendors at hand: `get`, `find`, `list`, `listByCategory`, `getCost`, `quote`. */
  readonly models: Catalogue;
  /** The model that a task would get, and why. */
  recommend(request: RecommendRequest): Recommendation;
  readonly runs: Runs;
  /** Keeps a file for later requests. */
  addAsset(file: Incoming, context: StudioContext): Promise<AssetRecord>;
  /** A vendor called back. True when a call of this process was woken. */
  wake(token: string): Promise<boolean>;
  /** Takes over runs that nobody drives: after a crash, a deploy, or of another node. Answers how many calls. */
  resume(options?: ResumeOptions): Promise<number>;
  /** Stops driving; open runs stay where they are for the next owner. */
  close(): Promise<void>;
}

/**
 * A studio over these vendors and ports. Refuses every run without an account: `unauthorized`.
 * Throws `invalid_request` for changes of the catalogue that cannot be meant.
 */
export function createStudio({ vendors, models: changes = [], ...ports }: StudioOptions): Studio {
  const operations = withChanges(joinOperations(vendors), changes);
  // What is paid for is confirmed with vendors that tell their prices.
  const prices = ports.test === true ? {} : { prices: new Map() };
  const parts: RunnerParts = { ...defaultParts(), ...prices, ...ports, operations };
  const models = catalogueOf(operations);
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
      const offer = await runner.offer(id, request, withAccount(context));
      const refusal = await judgeOffer(parts, offer, context);
      const { id: quoteId, expiresAt } = await bindQuote(parts, offer);
      const { ids, reason, ranking } = offer.selection;
      const { price, warnings } = offer;
      const chosen = { model: ids[0]!, reason, ranking, price, warnings };
      return { ...chosen, allowed: refusal === null, refusal, quoteId, expiresAt };
    },
    models,
    recommend: (request) => models.recommend(request),
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

/** The operations with the models as the changes have them. */
function withChanges(
  operations: Readonly<Record<string, Operation>>,
  changes: readonly OverlayEntry[],
): Readonly<Record<string, Operation>> {
  const entries = Object.entries(operations);
  const specs = overlaySpecs(Object.fromEntries(entries.map(([id, { spec }]) => [id, spec])), changes);
  return Object.fromEntries(entries.map(([id, { providers }]) => [id, { spec: specs[id]!, providers }]));
}

/** What these operations offer, by the vendors that are joined to them. */
function catalogueOf(operations: Readonly<Record<string, Operation>>): Catalogue {
  const entries = Object.entries(operations);
  const specs = Object.fromEntries(entries.map(([id, { spec }]) => [id, spec]));
  return createCatalogue(specs, new Set(entries.flatMap(([, { providers }]) => Object.keys(providers))));
}

function withAccount(context: RunContext | undefined): StudioContext {
  if (context?.account) return { ...context, account: context.account };
  throw new StudioError('unauthorized', 'A studio runs for an account: give `account` in the context');
}
