// A file over the published skills of an edition, for its organizer: what was published, written as rows under their heads.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Services, Words } from "#app/context.ts";
import { csvFile } from "#app/csv.ts";
import { permit } from "#app/gate.ts";

type Read = Awaited<ReturnType<Services["awards"]["readComparisons"]>>;
type Csv = Words["manage"]["reports"]["csv"];
type Table = {
  /** Plain ASCII. */
  readonly file: string;
  /** Said after the edition's in the name of the file. */
  readonly name: (csv: Csv) => string;
  readonly head: (csv: Csv) => string[];
  readonly rows: (read: Read, terms: Words["terms"]) => string[][];
};

/** The loader of such a file. */
export const comparisonFile =
  ({ file, name, head, rows }: Table) =>
  async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    const organizer = await permit(context, request, "competitions.configure", {
      competitionId: params["competitionId"]!,
    });
    const read = await context.services.awards.readComparisons(organizer);
    const { csv } = context.words.manage.reports;
    return csvFile([head(csv), ...rows(read, context.words.terms)], {
      file,
      name: `${read.competition.name}-${name(csv)}.csv`,
    });
  };
