import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { isKey } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { Mark } from './app-shell.tsx';

/** Asks for a key; `refused` = the server does not know the one that was there. */
export function SignIn({ onEnter, refused }: { readonly onEnter: (key: string) => void; readonly refused: boolean }) {
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isKey(key)) onEnter(key);
    else setWrong(true);
  };
  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <form onSubmit={submit} className="flex w-full max-w-sm flex-col gap-6">
        <Mark size={40} />
        <div>
          <h1 className="text-2xl font-semibold">{texts.signIn.title}</h1>
          <p className="mt-1.5 text-ink-soft">{texts.signIn.lead}</p>
        </div>
        {refused && <Notice tone="bad" title={texts.signIn.refused} />}
        <Field label={texts.signIn.label}>
          {(ids) => (
            <input
              {...ids}
              type="password"
              autoComplete="off"
              spellCheck={false}
              value={key}
              onChange={(event) => setKey(event.target.value)}
              aria-invalid={wrong}
              className="field-box h-11 font-mono"
              placeholder="is_test_…"
            />
          )}
        </Field>
        {wrong && (
          <p role="alert" className="-mt-3 text-sm text-bad">
            {texts.signIn.wrong}
          </p>
        )}
        <Button look="primary" type="submit">
          {texts.signIn.button}
        </Button>
      </form>
    </main>
  );
}
