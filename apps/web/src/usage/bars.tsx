/** A list of bars: a label, a length, what it is. */
export function Bars({
  rows,
}: {
  readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string }[];
}) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className="flex flex-col gap-3 text-sm">
      {rows.map(({ label, value, text }) => (
        <li key={label}>
          <span className="mb-1 flex justify-between gap-4">
            <span className="truncate">{label}</span>
            <span className="shrink-0 tabular-nums">{text}</span>
          </span>
          <span aria-hidden className="block h-1.5 rounded-full bg-line">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${(value / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
