import type { InputValue, Run } from '@image-studio/api-client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { operationOf } from './operations.ts';

/** A file of a draft: bytes of this browser, or the id of a file that the server keeps. */
export type DraftFile = File | string;

/** How the model is chosen: by its id, or by the studio. */
export type ModelChoice = string | { readonly prefer: 'budget' | 'balanced' | 'quality' };

/** What is about to be asked for. Files by input (its singular name); values and options by name. */
export interface Draft {
  readonly model: ModelChoice;
  readonly files: Readonly<Record<string, readonly DraftFile[]>>;
  readonly views: Readonly<Record<string, DraftFile>>;
  readonly values: Readonly<Record<string, InputValue>>;
  readonly options: Readonly<Record<string, InputValue>>;
}

/** A draft with nothing in it. */
export const emptyDraft: Draft = { model: { prefer: 'balanced' }, files: {}, views: {}, values: {}, options: {} };

/** A change of a draft, made from what it is at that moment. */
export type Change = (draft: Draft) => Draft;

interface Drafts {
  readonly of: (operation: string) => Draft;
  readonly change: (operation: string, change: Change) => void;
}

const DraftsContext = createContext<Drafts | null>(null);

/** Keeps one draft an operation while the page is open. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const value = useMemo<Drafts>(
    () => ({
      of: (operation) => drafts[operation] ?? emptyDraft,
      change: (operation, change) =>
        setDrafts((all) => ({ ...all, [operation]: change(all[operation] ?? emptyDraft) })),
    }),
    [drafts],
  );
  return <DraftsContext value={value}>{children}</DraftsContext>;
}

/** The drafts of all operations. */
export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('No drafts here');
  return drafts;
}

/** A copy of a record with one entry set; undefined takes it out. */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const { [name]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** The draft that would make this run again: files by their ids. */
export function draftOfRun({ operation, input, model: used }: Run): Draft {
  const { model, options, ...inputs } = input as Record<string, InputValue>;
  const draft = { files: {} as Record<string, DraftFile[]>, values: {} as Record<string, InputValue> };
  let views: Record<string, DraftFile> = {};
  const fields = operationOf(operation).fields;
  for (const [name, value] of Object.entries(inputs)) {
    const field = fields.find((one) => (one.plural === name || one.name === name) && holdsFiles(value));
    if (name === 'views') views = value as Record<string, string>;
    else if (field && isFileField(field.widget)) draft.files[field.name] = [value].flat() as string[];
    else if (value !== null) draft.values[name] = value;
  }
  const chosen = typeof model === 'string' ? model : isPreference(model) ? model : used;
  return { model: chosen, ...draft, views, options: (options as Record<string, InputValue> | undefined) ?? {} };
}

const isFileField = (widget: string) => ['pictures', 'mask', 'audio'].includes(widget);

const holdsFiles = (value: InputValue | undefined) =>
  [value].flat().every((one) => typeof one === 'string' && one.startsWith('asset_'));

const isPreference = (value: unknown): value is { prefer: 'budget' | 'balanced' | 'quality' } =>
  typeof value === 'object' && value !== null && 'prefer' in value;
