import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { texts } from '../texts/english.ts';
import { Button } from './button.tsx';

const shownMs = 2000;

/** A secret right after it was made: to copy now. */
export function ShownOnce({ title, secret }: { readonly title: string; readonly secret: string }) {
  return (
    <div role="status" className="rounded-xl border border-accent bg-accent-soft px-4 py-3 text-sm">
      <p className="font-semibold">{title}</p>
      <div className="mt-2 flex items-center justify-between gap-3 rounded-lg bg-card py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 break-all">{secret}</code>
        <CopyButton text={secret} />
      </div>
    </div>
  );
}

/** Copies a text, and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), shownMs);
  };
  return (
    <Button onClick={() => void copy()} aria-live="polite">
      {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      {copied ? texts.copied : texts.copy}
    </Button>
  );
}
