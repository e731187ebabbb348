// Findings of a sheet as people read them: what is the same down one column is said once, with its rows.

export type Gathered = {
  /** "K". */
  readonly column: string;
  /** From 1, ascending, each once. */
  readonly rows: readonly number[];
  readonly message: string;
};

/** The findings in order of their first cell; equal sentences in one column together. */
export function gathered(
  findings: readonly { readonly cell: string; readonly message: string }[],
): Gathered[] {
  const groups = new Map<string, { column: string; rows: Set<number>; message: string }>();
  for (const { cell, message } of findings) {
    const column = cell.replace(/\d+$/, "");
    const key = `${column} ${message}`;
    const group = groups.get(key) ?? { column, rows: new Set(), message };
    group.rows.add(Number(cell.slice(column.length)));
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    rows: [...group.rows].sort((a, b) => a - b),
  }));
}

/** Rows as a reader counts them: three or more in a row are one run, "5、6、8–12". */
export function rowsSaid(rows: readonly number[], comma: string): string {
  const runs: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .flatMap(([from, to]) => (to - from >= 2 ? [`${from}–${to}`] : [...new Set([`${from}`, `${to}`])]))
    .join(comma);
}
