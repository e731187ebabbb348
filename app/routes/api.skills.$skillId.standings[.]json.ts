// The visible result of a skill for programs; answers 404 with a JSON body for whatever the public may not see (yet).
import type { LoaderFunctionArgs } from "@remix-run/node";
import { idField } from "#app/id-field.ts";
import { refusalSentence } from "#words/refusals.ts";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const skillId = idField().safeParse(params["skillId"]);
  const result = skillId.success ? await context.services.results.onSiteResult(skillId.data) : null;
  if (!result) {
    const code = "input.not-found";
    return Response.json(
      { error: { code, message: refusalSentence({ code }, context.language) } },
      { status: 404 },
    );
  }
  return Response.json({
    skillId: skillId.data,
    finality: result.finality,
    at: result.at.toISOString(),
    hash: result.hash,
    notice: result.notice && { firstDay: result.notice.firstDay, lastDay: result.notice.lastDay },
    standings: result.lines.map(({ number, name, total, rank, status }) => ({
      competitor: number,
      name,
      total,
      rank,
      status,
    })),
  });
}
