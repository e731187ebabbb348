// A CIS marking scheme sheet into a Scheme (domain 3.3). Real sheets are messy: what can be read with certainty
// is read and warned about, what cannot stops the import; each finding names its cell.
import type { Scheme } from "./aspect.ts";
import type { CisGrid } from "./cis-cell.ts";
import { type CisErrorCode, type CisFinding, type CisWarningCode, startFindings } from "./cis-findings.ts";
import { readFront } from "./cis-front.ts";
import type { Reading } from "./cis-marks.ts";
import { schemeFrom } from "./cis-scheme.ts";
import { readTable } from "./cis-table.ts";
import { tellDifferences } from "./cis-totals.ts";

export type CisReading = {
  /** Null when the sheet holds no aspect. With errors it is a preview: an unreadable maximum is "0.00" in it. */
  readonly scheme: Scheme | null;
  readonly warnings: readonly CisFinding<CisWarningCode>[];
  readonly errors: readonly CisFinding<CisErrorCode>[];
};

/**
 * Reads a grid (row 0 is row 1 of the sheet) as a CIS marking scheme. Import only where `errors` is empty.
 * M becomes a measurement (full or nothing), J a judgement; ids are sub-criterion and position; maxima are exact.
 * The declared total is the sum of the criteria's marks, else the competition's total, else 100.00.
 */
export function readCisRows(grid: CisGrid): CisReading {
  const found = startFindings();
  const reading: Reading = { grid, found };
  const front = readFront(reading);
  const table = readTable(reading);
  const scheme = schemeFrom(front, table, found);
  if (scheme) tellDifferences(scheme, front, table, found);
  return { scheme, warnings: found.warnings, errors: found.errors };
}
