// Excel files go out here: one sheet of a marking scheme in the layout of CIS.
import { writeXlsx } from "hucre/xlsx";
import { type Outcome, ok } from "#domain/outcome.ts";
import { cisRows } from "#domain/schemes/cis-export.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { readSkillScheme } from "./edit-scheme.ts";

export const schemeSheetName = "CIS Marking Scheme Import";

/** The skill's scheme as a workbook that imports to the same scheme. Refuses kinds of aspects that CIS does not have. */
export async function exportScheme(
  house: House,
  permit: Permit<"schemes.edit">,
): Promise<Outcome<Uint8Array>> {
  const { scheme } = await readSkillScheme(house, permit);
  const rows = cisRows(scheme);
  if (!rows.ok) return rows;
  return ok(
    await writeXlsx({
      sheets: [
        {
          name: schemeSheetName,
          rows: rows.value.map((row) => row.map((cell) => cell as string | number | null)),
        },
      ],
    }),
  );
}
