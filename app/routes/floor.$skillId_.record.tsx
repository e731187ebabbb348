// One record of the floor: about an entrant, an incident, a violation with its proposed penalty or time given back; about nobody, an incident.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PenaltyFields } from "#app/floor/penalty-fields.tsx";
import { penaltyFieldOf, penaltyParts, penaltyTyped } from "#app/floor/penalty-typed.ts";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { notFound, permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import {
  Badge,
  ButtonLink,
  Crumbs,
  FormActions,
  FormStack,
  Notice,
  NumberField,
  PageHead,
  SubmitButton,
  Tabs,
  TextAreaField,
} from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { totalOf } from "#domain/floor/penalty.ts";
import { type RecordForm, type RecordKind, recordKinds, textLimit } from "#domain/floor/record.ts";
import { refusalSentence } from "#words/refusals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.kind[data.kind]} · ${data.skill.name}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const judge = await permit(context, request, "floor.record", { skillId: params["skillId"] });
  const { skill, entrants, scheme, levels, open } = await context.services.floor.readFloor(judge);
  const asked = new URL(request.url).searchParams;
  const whom = entrants.find((one) => one.registrationId === asked.get("entrant")) ?? null;
  if (asked.has("entrant") && !whom) throw notFound(context);
  const kinds = recordKinds.filter((kind) =>
    kind === "violation" ? whom && open.violations : open.records && (whom || kind === "incident"),
  );
  return {
    skill,
    whom,
    scheme,
    levels,
    kinds,
    kind: kinds.find((kind) => kind === asked.get("kind")) ?? kinds[0] ?? ("incident" as const),
    recordId: crypto.randomUUID(),
    words: context.words.floor,
  };
}
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const text = z.string().optional();
const form = z.object({
  id: idField(),
  kind: z.enum(recordKinds),
  registrationId: z.union([z.literal("").transform(() => null), idField()]),
  text: z.string(),
  minutes: text,
  ...penaltyParts,
});

/** The form as the domain reads it. */
function recordOf({ kind, registrationId, ...typed }: z.output<typeof form>): RecordForm {
  const minutes = typed.minutes?.normalize("NFKC").trim() ?? "";
  return {
    kind,
    registrationId,
    text: typed.text,
    minutes: /^\d{1,4}$/.test(minutes) ? Number(minutes) : null,
    penalty: penaltyTyped(typed),
  };
}

const fieldOf: Readonly<Record<string, string>> = {
  "floor.text-needed": "text",
  "floor.minutes": "minutes",
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const judge = await permit(context, request, "floor.record", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const done = await context.services.floor.addRecord(judge, {
    ...recordOf(read.value),
    id: read.value.id,
  });
  if (done.ok) return redirect(`/floor/${params["skillId"]}?view=records&done=record`);
  const { code } = done.refusal;
  const field = fieldOf[code] ?? penaltyFieldOf(code, read.value.level);
  const fields = field ? { [field]: refusalSentence(done.refusal, context.language) } : {};
  return problem(context, posted, done.refusal, fields);
}

export default function RecordPage() {
  const loaded = useLoaderData<typeof loader>();
  const { skill, whom, kind, kinds, words } = loaded;
  const here = `/floor/${skill.id}`;
  const title = whom ? `${whom.number} ${whom.name}` : words.wholeSkill;
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={words.path}
            items={[
              { to: "/floor", label: words.title },
              {
                to: here,
                label: skillTitle(skill),
              },
              { label: words.record },
            ]}
          />
        }
        title={title}
        badges={whom && <Badge>{whom.delegation}</Badge>}
      />
      {kinds.length > 1 && (
        <Tabs
          label={words.kinds}
          items={kinds.map((one) => ({
            to: `${here}/record?entrant=${whom!.registrationId}&kind=${one}`,
            label: words.kind[one],
            active: one === kind,
          }))}
        />
      )}
      {kinds.length === 0 ? (
        <Notice title={words.closed} actions={<ButtonLink to={here}>{words.back}</ButtonLink>}>
          {words.closedText}
        </Notice>
      ) : (
        <RecordFields key={kind} {...loaded} />
      )}
    </Frame>
  );
}

function RecordFields({ skill, whom, kind, scheme, levels, recordId, words }: Loaded) {
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  return (
    <Form method="post" action={addressOf(skill.id, whom?.registrationId, kind)}>
      <input type="hidden" name="id" value={refused?.values["id"] ?? recordId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="registrationId" value={whom?.registrationId ?? ""} />
      <FormStack id="record">
        <p className="lead">{words.kindLead[kind]}</p>
        <Refused problem={refused} form="record" />
        {kind === "compensation" && (
          <NumberField
            {...field("minutes")}
            label={words.minutes}
            hint={words.minutesHint}
            unit={words.minutesUnit}
            whole
            required
          />
        )}
        {kind === "violation" && (
          <>
            <Notice tone="amber" title={words.proposal}>
              {words.proposalText}
            </Notice>
            <PenaltyFields
              levels={levels}
              scheme={scheme}
              max={totalOf(scheme)}
              field={field}
              words={words}
            />
          </>
        )}
        <TextAreaField
          {...field("text")}
          label={words.text[kind]}
          hint={words.textHint}
          maxLength={textLimit}
          required
        />
        <FormActions>
          <SubmitButton size="large" wide>
            {words.save}
          </SubmitButton>
          <ButtonLink to={`/floor/${skill.id}`} variant="quiet">
            {words.back}
          </ButtonLink>
        </FormActions>
      </FormStack>
    </Form>
  );
}

const addressOf = (skillId: string, whom: string | undefined, kind: RecordKind): string =>
  `/floor/${skillId}/record${whom ? `?entrant=${whom}&kind=${kind}` : ""}`;
