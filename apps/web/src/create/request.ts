import type { InputValue, Model, OperationRequest } from '@image-studio/api-client';
import type { Draft } from './drafts.tsx';
import type { InputField } from './input-field.ts';
import type { OperationForm } from './operations.ts';
import { optionsOf } from './option-schema.ts';

/** The fields of the form for a model (undefined = the studio chooses): only what it takes. */
export function fieldsFor(operation: OperationForm, model: Model | undefined, draft: Draft): readonly InputField[] {
  return operation.fields.filter((field) => {
    if (field.widget === 'kind') return model === undefined || model.kinds.length > 1;
    if (field.always) return true;
    if (model === undefined) return field.auto === true || (field.kinds?.includes(kindOf(draft)) ?? false);
    if (needsByKind(field, model, draft)) return true;
    return takes(model, field);
  });
}

/** Is this input needed: by the model, or by everything this operation does? */
export function isNeeded(operation: OperationForm, model: Model | undefined, field: InputField, draft: Draft): boolean {
  const { name, plural } = field;
  if (needsByKind(field, model, draft)) return true;
  if (model) return model.needs.some((need) => need === name || need === plural || need.startsWith(`${name}.`));
  return operation.needs.includes(name);
}

/** What is still missing before a price can be asked for. */
export function missingFields(operation: OperationForm, model: Model | undefined, draft: Draft): readonly InputField[] {
  return fieldsFor(operation, model, draft).filter(
    (field) => isNeeded(operation, model, field, draft) && !isFilled(field, model, draft),
  );
}

/** The draft as the API takes it. Values of fields that the form does not show are left out. */
export function requestOf(operation: OperationForm, model: Model | undefined, draft: Draft): OperationRequest {
  const request: Record<string, InputValue> = {};
  for (const field of fieldsFor(operation, model, draft)) {
    const { name, plural } = field;
    const files = draft.files[name] ?? [];
    if (files.length === 1) request[name] = files[0]!;
    else if (files.length > 1) request[plural ?? name] = files;
    else if (field.widget === 'views') {
      if (Object.keys(draft.views).length > 0) request['views'] = draft.views;
    } else {
      const value = name === 'aspectRatio' ? (draft.values['size'] ?? draft.values[name]) : draft.values[name];
      const target = name === 'aspectRatio' && draft.values['size'] !== undefined ? 'size' : name;
      if (value !== undefined && value !== '') request[target] = value;
    }
  }
  const options = model && Object.keys(draft.options).length > 0 ? { options: draft.options } : {};
  return { model: draft.model, ...request, ...options };
}

/** Does the wanted kind live on this input? A model that takes it not at all finds what it works on by itself. */
function needsByKind(field: InputField, model: Model | undefined, draft: Draft): boolean {
  return (field.neededBy?.includes(kindOf(draft)) ?? false) && (model === undefined || takes(model, field));
}

const kindOf = ({ values }: Draft) => String(values['kind']);

function takes(model: Model, { name, plural, widget }: InputField): boolean {
  const { inputs, needs } = model;
  const named = (one: string) => inputs.includes(one) || needs.includes(one);
  if (widget === 'views') return inputs.some((one) => one.startsWith('views.'));
  if (widget === 'expand') return inputs.some((one) => one.startsWith('expand.'));
  // The option of the vendor's knows exactly which formats there are.
  if (widget === 'format' && optionsOf(model).some(([option]) => option === 'output_format')) return false;
  if (widget === 'shape') return named('aspectRatio') || named('size');
  return named(name) || (plural !== undefined && named(plural));
}

function isFilled({ name, widget }: InputField, model: Model | undefined, draft: Draft): boolean {
  if (widget === 'pictures' || widget === 'mask' || widget === 'audio') return (draft.files[name] ?? []).length > 0;
  if (widget === 'views')
    return (model?.needs ?? []).every((need) => !need.startsWith('views.') || draft.views[need.slice(6)] !== undefined);
  const value = draft.values[name] ?? (widget === 'shape' ? draft.values['size'] : undefined);
  return value !== undefined && value !== '';
}
