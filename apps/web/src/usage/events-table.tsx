import type { UsageEvent } from '@image-studio/api-client';
import { Download } from 'lucide-react';
import { useIfThere } from '../data/queries.ts';
import { Button } from '../parts/button.tsx';
import { formatMoney, formatTime } from '../parts/format.ts';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';

/** The latest calls with what they cost; not there where the server does not tell them. */
export function EventsTable() {
  const { client } = useSession();
  const { data } = useIfThere('events', (signal) => client.usage.events({ limit: 50 }, { signal }));
  if (!data || data.data.length === 0) return null;
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await client.usage.eventsCsv()], { type: 'text/csv' }));
    link.download = 'image-studio-usage.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section aria-labelledby="usage-events" className="lg:col-span-2">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="usage-events" className="text-sm font-semibold">
          {texts.usage.recent}
        </h2>
        <Button onClick={() => void save()}>
          <Download size={16} aria-hidden />
          {texts.usage.export}
        </Button>
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={texts.usage.recent}>
        <table className="w-full min-w-2xl text-left text-sm">
          <tbody>
            {data.data.map((event) => (
              <tr key={event.id} className="border-t border-line">
                <td className="py-2 pr-6 whitespace-nowrap text-ink-soft">{formatTime(event.at)}</td>
                <td className="py-2 pr-6">{operationTexts[event.operation]?.name ?? event.operation}</td>
                <td className="py-2 pr-6 text-ink-soft">{event.model}</td>
                <td className="py-2 pr-6">{event.errorCode ?? event.outcome}</td>
                <td className="py-2 text-right tabular-nums">{formatMoney(chargeOf(event))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const chargeOf = ({ charge }: UsageEvent) => charge.micros;
