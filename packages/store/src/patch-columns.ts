import { type Column, sql, type SQL } from 'drizzle-orm';

/** Assignments of a JSON patch: a column keeps its value where the patch says nothing of it; JSON null is SQL null. */
export function patchColumns(columns: Readonly<Record<string, Column>>, patch: string): SQL {
  return sql.raw(
    Object.entries(columns)
      .map(([property, column]) => {
        const type = column.getSQLType();
        const told =
          type === 'jsonb' ? `nullif(${patch} -> '${property}', 'null')` : `(${patch} ->> '${property}')::${type}`;
        return `${column.name} = case when ${patch} ? '${property}' then ${told} else calls.${column.name} end`;
      })
      .join(', '),
  );
}
