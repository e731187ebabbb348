// The marking scheme as a CIS workbook.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { idIn } from "#app/address.ts";
import { orRefuse, permit } from "#app/gate.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const skillId = idIn(context, params["skillId"]);
  const editor = await permit(context, request, "schemes.edit", { skillId });
  const bytes = orRefuse(context, request, await context.services.schemes.exportScheme(editor));
  const skill = await context.services.competitions.readSkill(skillId);
  const name = `${skill?.name ?? ""}-CIS.xlsx`;
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="scheme.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
