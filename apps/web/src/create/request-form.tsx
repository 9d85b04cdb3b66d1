import type { Model } from '@image-studio/api-client';
import { ChevronDown } from 'lucide-react';
import { texts } from '../texts/english.ts';
import type { Change, Draft } from './drafts.tsx';
import { FieldControl } from './field-control.tsx';
import { ModelField } from './model-field.tsx';
import type { InputField } from './input-field.ts';
import type { OperationForm } from './operations.ts';
import { optionsOf } from './option-schema.ts';
import { OptionsForm } from './options-form.tsx';
import { fieldsFor, isNeeded } from './request.ts';

/** The form of an operation: what the chosen model takes, the usual inputs first, the rest behind a fold. */
export function RequestForm(props: {
  readonly operation: OperationForm;
  readonly model: Model | undefined;
  readonly draft: Draft;
  readonly change: (how: Change) => void;
  readonly onSample: () => void;
}) {
  const { operation, model, draft, change } = props;
  const fields = fieldsFor(operation, model, draft);
  const isMore = (field: InputField) => field.more === true && !isNeeded(operation, model, field, draft);
  const control = (field: InputField) => (
    <FieldControl
      key={field.name}
      field={field}
      model={model}
      draft={draft}
      change={change}
      needed={isNeeded(operation, model, field, draft)}
      primary={field.name === operation.primary}
      onSample={props.onSample}
    />
  );
  const more = fields.filter(isMore);
  const options = optionsOf(model);
  const folded = more.length + options.length;
  return (
    <form className="flex flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
      {fields.filter((field) => !isMore(field)).map(control)}
      <ModelField operation={operation} model={model} draft={draft} change={change} />
      {folded > 0 && (
        <details className="group border-t border-line pt-4">
          <summary className="flex list-none items-center justify-between gap-2 text-sm font-semibold">
            <span>
              {texts.create.more} <span className="ml-1 font-normal text-ink-soft">{folded}</span>
            </span>
            <ChevronDown size={17} aria-hidden className="transition-transform group-open:rotate-180" />
          </summary>
          <div className="mt-4 flex flex-col gap-5">
            {more.map(control)}
            {model && options.length > 0 && <OptionsForm model={model} draft={draft} change={change} />}
          </div>
        </details>
      )}
    </form>
  );
}
