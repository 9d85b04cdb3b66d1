import type { ButtonHTMLAttributes } from 'react';

type Look = 'primary' | 'plain' | 'quiet' | 'icon';

const looks: Readonly<Record<Look, string>> = {
  primary:
    'bg-accent text-on-accent font-semibold px-5 h-11 hover:brightness-110 disabled:opacity-50 disabled:hover:brightness-100',
  plain: 'border border-line bg-card px-3.5 h-9 font-medium hover:border-edge disabled:opacity-50',
  quiet: 'px-3 h-9 font-medium text-ink-soft hover:text-ink hover:bg-well disabled:opacity-50',
  icon: 'size-9 text-ink-soft hover:text-ink hover:bg-well disabled:opacity-40',
};

/** The classes of a button, for links that look like one. */
export function buttonLook(look: Look = 'plain'): string {
  return `inline-flex shrink-0 items-center justify-center gap-2 rounded-[10px] text-sm transition-colors ${looks[look]}`;
}

/** A button. An `icon` button needs an `aria-label`. */
export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: Look }) {
  return <button type="button" className={`${buttonLook(look)} ${className}`} {...rest} />;
}
