// Running certificate numbers: one series per kind and year, given inside the transaction that confers or decides.
import { certificateNumber, type Series } from "#domain/credentials/number.ts";
import type { Transaction } from "../database/transaction.ts";

/** The next `count` numbers of a series in that year, in order. */
export async function issueNumbers(
  tx: Transaction,
  series: Series,
  year: number,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const [row] = await tx.query<{ last: number }>(
    `INSERT INTO number_series (series, last) VALUES ($1, $2)
     ON CONFLICT (series) DO UPDATE SET last = number_series.last + $2 RETURNING last`,
    [`${series}-${year}`, count],
  );
  const first = row!.last - count + 1;
  return Array.from({ length: count }, (_, place) => certificateNumber(series, year, first + place));
}
