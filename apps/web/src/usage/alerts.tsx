import { useIfThere } from '../data/queries.ts';
import { formatTime } from '../parts/format.ts';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { nameOfMeter } from './limit-list.tsx';

const shownAlerts = 3;

/** The latest limits that came near their end; nothing where there are none. */
export function Alerts() {
  const { client } = useSession();
  const { data } = useIfThere('alerts', (signal) => client.alerts({ limit: 10 }, { signal }));
  if (!data || data.data.length === 0) return null;
  return (
    <section aria-label={texts.usage.alerts} className="mb-8 flex flex-col gap-2">
      {data.data.slice(0, shownAlerts).map(({ id, meter, threshold, at }) => (
        <Notice
          key={id}
          tone={threshold >= 100 ? 'bad' : 'calm'}
          title={texts.usage.reached(nameOfMeter(meter), threshold)}
        >
          {formatTime(at)}
        </Notice>
      ))}
    </section>
  );
}
