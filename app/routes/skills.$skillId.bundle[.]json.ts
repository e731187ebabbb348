// The bundle of a published result: whoever doubts it works it out again (docs/recompute.md).
import type { LoaderFunctionArgs } from "@remix-run/node";
import { idIn } from "#app/address.ts";
import { refusalResponse } from "#app/gate.ts";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const skillId = idIn(context, params["skillId"]);
  const bundle = await context.services.results.exportBundle(skillId);
  if (!bundle.ok) throw refusalResponse(context, bundle.refusal);
  const name = `${bundle.value.competition.name}-${bundle.value.skill.name}-复算包.json`;
  return new Response(JSON.stringify(bundle.value), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="bundle.json"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
