import { useState } from 'react';
import { useRuns } from '../data/queries.ts';
import { linkOf } from '../data/use-file-url.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { formatTime } from '../parts/format.ts';
import { Modal } from '../parts/modal.tsx';
import { Thumbnail } from '../parts/picture.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';

/** A way to take a picture that an earlier run made; not there while there is none. */
export function ResultPicker({ onPick }: { readonly onPick: (asset: string) => void }) {
  const [open, setOpen] = useState(false);
  const { data, error, hasNextPage, fetchNextPage } = useRuns();
  const pictures = (data?.pages ?? [])
    .flatMap((page) => page.data)
    .flatMap((run) => run.outputs.filter(({ kind }) => kind === 'image').map((output) => ({ run, output })));
  if (pictures.length === 0) return null;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="text-sm font-medium text-accent underline-offset-4 hover:underline"
      >
        {texts.pictures.earlier}
      </button>
      {open && (
        <Modal
          open
          wide
          onClose={() => setOpen(false)}
          title={texts.pictures.earlier}
          description={texts.pictures.earlierLead}
        >
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-6 sm:px-7">
            <ErrorNotice error={error} />
            <ul className="grid grid-cols-3 gap-3 sm:grid-cols-5 lg:grid-cols-7">
              {pictures.map(({ run, output }) => (
                <li key={output.id}>
                  <button
                    type="button"
                    aria-label={`${operationTexts[run.operation]?.name ?? run.operation}, ${formatTime(run.createdAt)}`}
                    onClick={() => {
                      onPick(output.id);
                      setOpen(false);
                    }}
                    className="block w-full rounded-xl"
                  >
                    <Thumbnail url={linkOf(output)} className="aspect-square w-full rounded-xl" />
                  </button>
                </li>
              ))}
            </ul>
            {hasNextPage && (
              <Button className="mt-5" onClick={() => void fetchNextPage()}>
                {texts.history.more}
              </Button>
            )}
          </div>
        </Modal>
      )}
    </>
  );
}
