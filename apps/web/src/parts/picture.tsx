import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { DraftFile } from '../create/drafts.tsx';
import { useFileUrl } from '../data/use-file-url.ts';

/** A small picture of a file; transparent parts show a checkerboard. */
export function Picture({
  file,
  className = '',
  alt = '',
}: {
  readonly file: DraftFile;
  readonly className?: string;
  readonly alt?: string;
}) {
  const url = useFileUrl(file);
  return <Thumbnail url={url} className={className} alt={alt} />;
}

/** The same of an address. */
export function Thumbnail({
  url,
  className = '',
  alt = '',
}: {
  readonly url: string | undefined;
  readonly className?: string;
  readonly alt?: string;
}) {
  const [broken, setBroken] = useState<string>();
  return (
    <span className={`checkerboard grid place-items-center overflow-hidden bg-well ${className}`}>
      {url === undefined || broken === url ? (
        <ImageOff size={18} aria-hidden className={`text-ink-soft ${url === undefined ? 'opacity-0' : ''}`} />
      ) : (
        <img src={url} alt={alt} loading="lazy" onError={() => setBroken(url)} className="size-full object-cover" />
      )}
    </span>
  );
}
