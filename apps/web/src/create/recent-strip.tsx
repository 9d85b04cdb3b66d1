import { useRuns } from '../data/queries.ts';
import { RunThumbnail } from '../run/run-thumbnail.tsx';
import { texts } from '../texts/english.ts';

const shownRuns = 12;

/** The latest runs of an operation; those that go on too. */
export function RecentStrip(props: {
  readonly operation: string;
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
}) {
  const runs = useRuns(props.operation).data?.pages[0]?.data ?? [];
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="mb-2 text-sm font-semibold">
        {texts.create.recent}
      </h2>
      <ul className="flex gap-2 overflow-x-auto p-1 pb-2">
        {runs.slice(0, shownRuns).map((run) => (
          <li key={run.id}>
            <button
              type="button"
              aria-current={run.id === props.shown}
              onClick={() => props.onShow(run.id)}
              className="block rounded-lg outline-offset-2 aria-[current=true]:outline-2 aria-[current=true]:outline-ink"
            >
              <RunThumbnail run={run} className="size-16 rounded-lg" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
