import { texts } from '../texts/english.ts';

/** Says why a file did not arrive. */
export function UploadFaults({ uploads }: { readonly uploads: readonly { readonly fault?: string }[] }) {
  const faults = uploads.flatMap(({ fault }) => fault ?? []);
  if (faults.length === 0) return null;
  return (
    <p role="alert" className="text-sm text-bad">
      {texts.pictures.failed}: {faults[0]}
    </p>
  );
}
