export type { Bill } from './bills.ts';
export { type Fault, type FaultKind, type FaultPlan, faultTable } from './faults.ts';
export { folderFiles } from './files/folder-files.ts';
export { memoryFiles } from './files/memory-files.ts';
export type { SandboxFiles } from './files/sandbox-files.ts';
export { createSandbox, type Sandbox, type SandboxOptions, type SeenRequest } from './sandbox.ts';
export type { JobDelays } from './sandbox-context.ts';
export { listen } from './server.ts';
export { wavespeedSignature } from './wavespeed/webhook.ts';
