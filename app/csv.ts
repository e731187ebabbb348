// Tables as files for Excel: UTF-8 with its mark, and no cell that a spreadsheet would run as a formula.
type FileName = {
  /** Plain ASCII, for browsers that know no other. */
  readonly file: string;
  /** The name in the reader's language. */
  readonly name?: string;
};

/** The table as a download; the first row is its head. */
export function csvFile(rows: readonly (readonly string[])[], { file, name = file }: FileName): Response {
  const body = rows.map((row) => row.map(cell).join(",")).join("\r\n");
  return new Response(`\ufeff${body}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

/** A quoted cell: an apostrophe before what could begin a formula; a plain negative number is none. */
export function cell(text: string): string {
  const isFormula = /^\s*[=+\-@\t\r\n]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
