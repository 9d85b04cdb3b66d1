export type { FollowOptions, RunEvent } from './follow-run.ts';
export { createStudio, type Quote, type Runs, type Studio, type StudioContext, type StudioOptions } from './studio.ts';
export type { OperationId, Vendors } from './wiring.ts';
