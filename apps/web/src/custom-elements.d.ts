import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Custom = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'img-comparison-slider': Custom & { readonly value?: number; readonly class?: string };
      'model-viewer': Custom & {
        readonly src?: string;
        readonly alt?: string;
        readonly 'camera-controls'?: boolean;
        readonly 'auto-rotate'?: boolean;
        readonly 'interaction-prompt'?: 'auto' | 'none';
        readonly 'shadow-intensity'?: string;
      };
    }
  }
}
