import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts } from '../texts/english.ts';
import { buttonLook } from './button.tsx';

/** A dialog over the page: full screen on a phone. Escape and the cross close it. */
export function Modal(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => open || props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45 backdrop-blur-[2px]" />
        <Dialog.Content
          className={`fixed inset-0 z-50 flex flex-col overflow-hidden bg-paper shadow-card sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[88dvh] sm:w-[92vw] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl sm:border sm:border-line ${props.wide ? 'sm:max-w-6xl' : 'sm:max-w-2xl'}`}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-5 pb-4 sm:px-7 sm:pt-6">
            <div>
              <Dialog.Title className="text-xl font-semibold">{props.title}</Dialog.Title>
              <Dialog.Description className="mt-0.5 text-sm text-ink-soft">{props.description}</Dialog.Description>
            </div>
            <Dialog.Close className={buttonLook('icon')} aria-label={texts.close}>
              <X size={18} aria-hidden />
            </Dialog.Close>
          </header>
          {props.children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
