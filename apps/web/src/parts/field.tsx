import { type ReactNode, useId } from 'react';

/** A label above its control, with help below. `children` gets the id and the description's id for the control. */
export function Field(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly optional?: string | undefined;
  readonly children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-semibold">
          {props.label}
        </label>
        {props.optional && <span className="text-sm text-ink-soft">{props.optional}</span>}
      </div>
      {props.children({ id, ...(props.help ? { 'aria-describedby': `${id}-help` } : {}) })}
      {props.help && (
        <p id={`${id}-help`} className="text-sm text-ink-soft">
          {props.help}
        </p>
      )}
    </div>
  );
}

/** The same for a group of controls: a fieldset with its legend. */
export function FieldGroup(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{props.label}</legend>
      <div className="flex items-baseline justify-between gap-2">
        <span aria-hidden className="text-sm font-semibold">
          {props.label}
        </span>
        {props.aside}
      </div>
      {props.children}
      {props.help && <p className="text-sm text-ink-soft">{props.help}</p>}
    </fieldset>
  );
}
