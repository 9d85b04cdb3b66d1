import type { UsageEvent } from '@image-studio/api-client';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIfThere } from '../data/queries.ts';
import { Button } from '../parts/button.tsx';
import { formatMoney, formatTime, formatWords } from '../parts/format.ts';
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
          <thead className="text-ink-soft">
            <tr>
              {Object.entries(texts.usage.columns).map(([name, head]) => (
                <th key={name} scope="col" className={`pb-2 font-medium ${name === 'charge' ? 'text-right' : 'pr-6'}`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.data.map((event) => (
              <tr key={event.id} className="border-t border-line">
                <td className="py-2 pr-6 whitespace-nowrap text-ink-soft">{formatTime(event.at)}</td>
                <td className="py-2 pr-6 whitespace-nowrap">
                  {event.operation === null
                    ? texts.usage.corrections[event.kind]
                    : (operationTexts[event.operation]?.name ?? event.operation)}
                </td>
                <td className="py-2 pr-6 break-all text-ink-soft">{event.model ?? event.reason}</td>
                <td className="py-2 pr-6 whitespace-nowrap">{outcomeOf(event)}</td>
                <td className="py-2 text-right tabular-nums">{formatMoney(event.charge.micros)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function outcomeOf({ outcome, errorCode, runId }: UsageEvent): ReactNode {
  const words = outcome === null ? '' : texts.usage.outcomes[outcome];
  const text = errorCode === null ? words : `${words}: ${formatWords(errorCode).toLowerCase()}`;
  if (runId === null) return text;
  return (
    <Link
      to="/runs/$id"
      params={{ id: runId }}
      className="underline decoration-line underline-offset-4 hover:decoration-ink"
    >
      {text}
    </Link>
  );
}
