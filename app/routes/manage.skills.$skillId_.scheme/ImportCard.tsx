// Importing a file, and the report of what was found in its cells with what to do about each.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Card,
  CheckField,
  DataTable,
  FileField,
  FormActions,
  FormStack,
  Notice,
  SubmitButton,
  useLookAt,
} from "#app/kit/index.ts";
import { rowsSaid } from "#domain/schemes/gathered-findings.ts";
import { say } from "#words/language.ts";
import type { Imported } from "./scheme-action.ts";

type Said = Words["manage"]["scheme"];

type Props = { words: Said; address: string; aspects: number; refused: FormProblem | undefined };

export function ImportCard({ words, address, aspects, refused }: Props) {
  return (
    <Card title={words.import} lead={words.importLead} id="import">
      <Form method="post" action={address} encType="multipart/form-data" key={aspects}>
        <FormStack id="file">
          <Refused problem={refused} form="file" />
          <FileField
            label={words.file}
            name="file"
            required
            accept=".xlsx,.xlsm,.csv,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            error={refused?.fields["file"]}
          />
          {aspects > 0 && (
            <CheckField
              name="replace"
              required
              label={say(words.importReplace, { n: aspects })}
              error={refused?.fields["replace"]}
            />
          )}
          <FormActions>
            <SubmitButton variant="secondary" name="intent" value="import">
              {words.importSubmit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}

export function ImportReport({ words, report }: { words: Said; report: Imported }) {
  const { imported, file, sheet, errors, warnings, aspects, sum } = report;
  const box = useLookAt([report]);
  const wrong = errors.length;
  const params = { file, sheet: sheet ?? "", aspects, sum };
  const sentence = imported
    ? say(sheet ? words.importedFrom : words.imported, params)
    : say(words.notImported, { n: wrong });
  return (
    <>
      <div ref={box} tabIndex={-1}>
        <Notice tone={imported ? "celadon" : "cinnabar"} live={imported ? "status" : "alert"}>
          {sentence}
        </Notice>
      </div>
      <Findings title={say(words.errors, { n: wrong })} rows={errors} words={words} tone="cinnabar" />
      <Findings
        title={say(words.warnings, { n: warnings.length })}
        rows={warnings}
        words={words}
        tone="amber"
      />
    </>
  );
}

/** The title says how many there are; whoever mends a hundred imports again. */
const most = 100;

type FindingsProps = { title: string; rows: Imported["errors"]; words: Said; tone: "cinnabar" | "amber" };

function Findings({ title, rows, words, tone }: FindingsProps) {
  if (rows.length === 0) return null;
  const keyed = rows.slice(0, most).map((row, index) => ({ ...row, key: String(index) }));
  return (
    <Card flush title={title} tone={tone}>
      <DataTable
        caption={title}
        rows={keyed}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "cell",
            head: words.cell,
            strong: true,
            numeric: true,
            align: "start",
            cell: ({ column, rows }) =>
              rows.length === 1 ? (
                `${column}${rows[0]}`
              ) : (
                <span className="finding-place">
                  {say(words.cells, { column, rows: rowsSaid(rows, words.cellsComma) })}
                </span>
              ),
          },
          { key: "message", head: words.finding, grow: true, cell: (row) => row.message },
        ]}
      />
    </Card>
  );
}
