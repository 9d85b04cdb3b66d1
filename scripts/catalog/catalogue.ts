import { coveredTypes, operations } from './curation-operations.ts';
import { exclusionOf, placesOf } from './curation-places.ts';
import { type ManifestRow, manifestRow, type ProvedRule } from './manifest-row.ts';
import type { VendorRow } from './vendor-row.ts';

/** A row that is in no operation, and why. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
  /** `scope`: not for these operations; `data`: its price or schema cannot be said. */
  readonly kind: 'scope' | 'data';
}

/** The vendor's catalogue sorted into operations. */
export interface Catalogue {
  readonly manifests: Readonly<Record<string, readonly ManifestRow[]>>;
  readonly exclusions: readonly Exclusion[];
  /** Rows of the covered types. */
  readonly rowsIn: number;
  /** Rows in at least one operation. */
  readonly rowsOut: number;
}

const nothingProved: ProvedRule = () => undefined;

/** Sorts every row of the covered types into operations or exclusions, in the order of their ids. */
export function sortCatalogue(rows: readonly VendorRow[], proved: ProvedRule = nothingProved): Catalogue {
  const covered = rows.filter(({ type }) => coveredTypes.includes(type));
  const manifests: Record<string, ManifestRow[]> = Object.fromEntries(Object.keys(operations).map((id) => [id, []]));
  const exclusions: Exclusion[] = [];
  let rowsOut = 0;
  for (const row of covered) {
    const reason = exclusionOf(row);
    if (reason !== undefined) exclusions.push({ id: row.id, reason, kind: 'scope' });
    let placed = 0;
    for (const place of placesOf(row)) {
      const made = manifestRow(row, place, proved);
      if ('reason' in made) {
        exclusions.push({ id: row.id, reason: made.reason, kind: 'data' });
        break;
      }
      manifests[place.operation]!.push(made);
      placed += 1;
    }
    if (placed > 0) rowsOut += 1;
  }
  return { manifests, exclusions, rowsIn: covered.length, rowsOut };
}
