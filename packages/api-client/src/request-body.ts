/** A file as an input: the bytes, an https or data address, or the id of a kept file. */
export type FileInput = Blob | string | { readonly asset: string };

/** The value of an input: files, scalars, and structures of them. */
export type InputValue =
  | FileInput
  | number
  | boolean
  | null
  | readonly InputValue[]
  | { readonly [name: string]: InputValue | undefined };

/** What an operation is asked for: the entry point's request, flat. Inputs that are undefined are not sent. */
export interface OperationRequest {
  /** An id, an alias, a list in order of fallback, or what to prefer; absent = balanced. */
  readonly model?:
    | string
    | readonly string[]
    | { readonly prefer: 'budget' | 'balanced' | 'quality'; readonly vendor?: string }
    | undefined;
  /** The model's own parameters, by the vendor's names. */
  readonly options?: Readonly<Record<string, InputValue>> | undefined;
  /** Your own user's id; limits for users count by it. */
  readonly user?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Refuse to pay more than this, in micro-dollars. */
  readonly maxPrice?: number | undefined;
  readonly [input: string]: InputValue | undefined;
}

/** Multipart when there are files in it, else JSON text. */
export function requestBody(request: OperationRequest): FormData | string {
  return holdsFile(request) ? formOf(request) : JSON.stringify(request);
}

function holdsFile(value: unknown): boolean {
  if (value instanceof Blob) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFile);
}

/** Files as files, lists with files as repeated parts, files within structures under dotted names, the rest as text or JSON text. */
function formOf(request: OperationRequest): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(request)) {
    if (value === undefined) continue;
    if (!holdsFile(value)) form.append(name, textOf(value));
    else if (value instanceof Blob) append(form, name, value);
    else if (Array.isArray(value)) for (const item of value) append(form, name, item);
    else for (const [part, inner] of Object.entries(value as object)) append(form, `${name}.${part}`, inner);
  }
  return form;
}

function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined) return;
  if (value instanceof Blob) form.append(name, value, value instanceof File ? value.name : name);
  else form.append(name, textOf(value));
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
