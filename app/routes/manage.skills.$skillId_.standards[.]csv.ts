// The marks of a published skill by section of the occupational standards (WSOS), with what each section holds.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { marksFile } from "#app/awards/marks-file.ts";
import { orRefuse, permit } from "#app/gate.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "competitions.configure", { skillId: params["skillId"]! });
  const read = await context.services.results.readMarksByPart(organizer, "section");
  const name = context.words.manage.reports.csv.sectionsFile;
  return marksFile(orRefuse(context, request, read), context.words, { file: "standards.csv", name });
}
