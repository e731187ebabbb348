// The mark summary of a published skill: competitor by criterion, with the published total.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { marksFile } from "#app/awards/marks-file.ts";
import { orRefuse, permit } from "#app/gate.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "competitions.configure", { skillId: params["skillId"]! });
  const read = await context.services.results.readMarksByPart(organizer, "criterion");
  const name = context.words.manage.reports.csv.summaryFile;
  return marksFile(orRefuse(context, request, read), context.words, { file: "mark-summary.csv", name });
}
