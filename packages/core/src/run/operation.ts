import { createHeaderMedia } from '../memory/header-media.ts';
import { createMemoryAssets } from '../memory/memory-assets.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import type { Result } from '../result/result.ts';
import type { Spec } from '../validation/model.ts';
import type { AnyRequest, ModelChoice, RequestOf } from '../validation/request.ts';
import { newId } from './id.ts';
import { openFile } from './open-file.ts';
import { defaultLimits, type RunContext, type RunnerParts } from './parts.ts';
import type { Provider } from './provider.ts';
import { createRunner } from './runner.ts';
import { systemClock } from './system-clock.ts';

/** One operation as a function: `options` narrow by `model`, at compile time and at run time. */
export type OperationFunction<S extends Spec> = <const Choice extends ModelChoice<S['models']> = undefined>(
  request: RequestOf<S, Choice>,
  context?: RunContext,
) => Promise<Result>;

/** How an operation is made: the vendors that perform it, and other ports than the ones in memory. */
export interface OperationOptions<S extends Spec> extends Partial<Omit<RunnerParts, 'operations'>> {
  readonly providers: Readonly<Record<string, Provider<S>>>;
}

/** One operation used alone: no account, no database, no key but the vendor's. */
export function createOperation<S extends Spec>(spec: S, options: OperationOptions<S>): OperationFunction<S> {
  const { providers, ...ports } = options;
  const operation = { spec: spec as Spec, providers: providers as Record<string, Provider> };
  const runner = createRunner({ ...defaultParts(), ...ports, operations: { [spec.id]: operation } });
  return (request, context) => runner.run(spec.id, request as AnyRequest, context);
}

/** Ports in memory: nothing survives the process. */
export function defaultParts(): Omit<RunnerParts, 'operations'> {
  return {
    ...createMemoryStore({ ledger: 'none' }),
    assets: createMemoryAssets(),
    media: createHeaderMedia(),
    clock: systemClock,
    test: false,
    owner: newId('process', Date.now()),
    openFile,
    limits: defaultLimits,
  };
}
