import { type ReactNode, useState } from 'react';
import { texts } from '../texts/english.ts';
import { Button } from './button.tsx';

/** A button for what cannot be taken back: the first press asks, the second does it. */
export function ConfirmedButton(props: {
  readonly question: string;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
  /** Says of what, where several stand on a page. */
  readonly label?: string;
}) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button
        look="quiet"
        className="text-bad!"
        disabled={props.disabled}
        aria-label={props.label}
        onClick={() => setAsking(true)}
      >
        {props.children}
      </Button>
    );
  return (
    <div role="group" aria-label={props.question} className="flex flex-wrap items-center justify-end gap-x-1 gap-y-1.5">
      <span className="text-sm" role="status">
        {props.question}
      </span>
      <Button className="ml-2 text-bad!" autoFocus disabled={props.disabled} onClick={props.onConfirm}>
        {props.children}
      </Button>
      <Button look="quiet" onClick={() => setAsking(false)}>
        {texts.cancel}
      </Button>
    </div>
  );
}
