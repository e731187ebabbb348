// What an administrator does: make an account, give a role with its scope, end a role.
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { line, lineOrNone } from "#app/manage/form-fields.ts";
import { type Grant, requiredScope, roles } from "#domain/access/roles.ts";
import { divisions } from "#domain/people/organizations.ts";
import { refusalSentence } from "#words/refusals.ts";

const createForm = z.object({ login: line(40), name: line(60) });

const place = z
  .union([z.literal(""), idField()])
  .optional()
  .transform((id) => id || null);
const grantForm = z.object({
  accountId: idField(),
  role: z.enum(roles.filter((role) => role !== "competitor")),
  competitionId: place,
  skillId: place,
  delegationId: place,
  unit: lineOrNone(80),
  county: z
    .enum(["", ...divisions.map(({ code }) => code)])
    .optional()
    .transform((code) => code || null),
});

/** The one-time password, told once. */
export type Created = { readonly accountId: string; readonly login: string; readonly password: string };

export async function accountsAction({ request, context }: ActionFunctionArgs) {
  const administrator = await permit(context, request, "accounts.manage");
  const posted = await postedForm(context, request);
  const { access } = context.services;

  switch (posted.get("intent")) {
    case "create": {
      const read = readForm(context, posted, createForm);
      if (!read.ok) return read.problem;
      const made = await access.createAccount(administrator, read.value);
      if (made.ok) return data({ ...made.value, login: read.value.login.toLowerCase() } satisfies Created);
      const sentence = refusalSentence(made.refusal, context.language);
      const isName = made.refusal.code.startsWith("people.name-");
      const isForm = made.refusal.code === "input.invalid";
      return problem(
        context,
        posted,
        { code: made.refusal.code },
        {
          [isName ? "name" : "login"]: isForm ? context.words.manage.accounts.loginHint : sentence,
        },
      );
    }
    case "grant": {
      const read = readForm(context, posted, grantForm);
      if (!read.ok) return read.problem;
      const { accountId, ...grant } = read.value;
      const given = await access.grantRole(administrator, accountId, within(grant));
      if (given.ok) return redirect(`/accounts?done=granted&account=${accountId}`);
      const field = {
        none: "role",
        unit: "unit",
        competition: "competitionId",
        skill: "skillId",
        delegation: "delegationId",
      }[requiredScope[grant.role]];
      return problem(
        context,
        posted,
        { code: given.refusal.code },
        {
          [field]:
            given.refusal.code === "input.invalid"
              ? context.words.manage.accounts.needed
              : refusalSentence(given.refusal, context.language),
        },
      );
    }
    case "revoke": {
      const read = readForm(context, posted, z.object({ grantId: idField() }));
      if (!read.ok) return read.problem;
      const ended = await access.revokeRole(administrator, read.value.grantId);
      return ended.ok ? redirect("/accounts?done=revoked") : problem(context, posted, ended.refusal);
    }
    default:
      return problem(context, posted, { code: "input.invalid" });
  }
}

/** Only the scope the role asks for: a select left standing from another role narrows nothing. */
function within(grant: Grant): Grant {
  const { role, competitionId, skillId, delegationId, unit, county } = grant;
  const needed = requiredScope[role];
  return {
    role,
    competitionId: needed === "competition" ? competitionId : null,
    skillId: needed === "skill" ? skillId : null,
    delegationId: needed === "delegation" ? delegationId : null,
    unit: needed === "unit" ? unit : null,
    county: role === "organizer" ? county : null,
  };
}
