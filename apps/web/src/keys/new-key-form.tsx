import type { NewKey, Scope } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Field } from '../parts/field.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';

const scopes = ['run', 'read', 'admin'] as const;
const microsPerDollar = 1_000_000;

interface Wish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** In dollars, as it is typed. */
  readonly budget: string;
  /** A day, such as 2027-01-31. */
  readonly lastDay: string;
}

const nothing: Wish = { name: '', scopes: ['run', 'read'], budget: '', lastDay: '' };

/** Makes a key: what it is for, what it may do, how much it may spend, how long. The key is shown once. */
export function NewKeyForm() {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const [wish, setWish] = useState(nothing);
  const create = useMutation({
    mutationFn: () => client.keys.create(keyOf(wish)),
    onSuccess: () => {
      setWish(nothing);
      return queries.invalidateQueries({ queryKey: ['keys', key] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const input = (name: 'name' | 'budget' | 'lastDay') => ({
    value: wish[name],
    onChange: (event: { target: { value: string } }) => setWish({ ...wish, [name]: event.target.value }),
    className: 'field-box h-10',
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <h2 className="text-lg font-semibold">{texts.keys.new}</h2>
      <Field label={texts.keys.name}>
        {(ids) => (
          <input {...ids} {...input('name')} required maxLength={100} placeholder={texts.keys.namePlaceholder} />
        )}
      </Field>
      <Choices
        label={texts.keys.scopes}
        {...(wish.scopes.length === 0 ? { help: texts.keys.noScope } : {})}
        chosen={wish.scopes}
        values={scopes.map((value) => ({
          value,
          text: texts.keys.scope[value].name,
          help: texts.keys.scope[value].help,
        }))}
        onChange={(chosen) => setWish({ ...wish, scopes: chosen })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={texts.keys.budget} help={texts.keys.budgetHelp} optional={texts.create.optional}>
          {(ids) => <input {...ids} {...input('budget')} type="number" min={0} step={0.01} placeholder="$" />}
        </Field>
        <Field label={texts.keys.expires} help={texts.keys.expiresHelp} optional={texts.create.optional}>
          {(ids) => <input {...ids} {...input('lastDay')} type="date" min={new Date().toISOString().slice(0, 10)} />}
        </Field>
      </div>
      <ErrorNotice error={create.error} />
      {create.data && <ShownOnce title={texts.keys.made} secret={create.data.key} />}
      <Button
        look="primary"
        type="submit"
        className="self-start"
        disabled={create.isPending || wish.scopes.length === 0}
      >
        {texts.keys.create}
      </Button>
    </form>
  );
}

function keyOf({ name, scopes: chosen, budget, lastDay }: Wish): NewKey {
  return {
    name,
    scopes: chosen,
    ...(budget === '' ? {} : { budget: Math.round(Number(budget) * microsPerDollar) }),
    ...(lastDay === '' ? {} : { expiresAt: new Date(`${lastDay}T23:59:59`).toISOString() }),
  };
}
