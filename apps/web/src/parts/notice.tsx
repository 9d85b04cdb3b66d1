import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';

/** A short message in its place: what is so, and what to do. */
export function Notice(props: {
  readonly tone?: 'bad' | 'calm';
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const bad = props.tone === 'bad';
  const Icon = bad ? CircleAlert : Info;
  return (
    <div
      role={bad ? 'alert' : 'status'}
      className={`flex gap-3 rounded-xl px-4 py-3 text-sm ${bad ? 'bg-bad-soft text-bad' : 'bg-well text-ink'}`}
    >
      <Icon size={17} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold break-words">{props.title}</p>
        {props.children && <div className="mt-0.5 break-words">{props.children}</div>}
      </div>
    </div>
  );
}
