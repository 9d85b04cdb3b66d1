/** A row of bars: a label, a length, what it is. */
export function Bars({
  rows,
}: {
  readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string }[];
}) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <dl className="flex flex-col gap-3 text-sm">
      {rows.map(({ label, value, text }) => (
        <div key={label}>
          <div className="mb-1 flex justify-between gap-4">
            <dt className="truncate">{label}</dt>
            <dd className="shrink-0 tabular-nums">{text}</dd>
          </div>
          <div aria-hidden className="h-1.5 rounded-full bg-line">
            <div className="h-full rounded-full bg-accent" style={{ width: `${(value / most) * 100}%` }} />
          </div>
        </div>
      ))}
    </dl>
  );
}
