// The register of external awards: what waits for a verifier first to be seen, every entry with who did which step.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import {
  ButtonLink,
  EmptyState,
  Notice,
  PageHead,
  SearchField,
  Section,
  Stack,
  Tabs,
} from "#app/kit/index.ts";
import { holds, registerStates, shownExternal } from "./awards-view.ts";
import { Entry } from "./Entry.tsx";
import { kinds, RegisterForm } from "./RegisterForm.tsx";
import { registerAction } from "./register-action.ts";

const deeds = ["registered", "verified", "finalized", "rejected"] as const;
const oneOf = <Text extends string>(list: readonly Text[], text: string | null): Text | null =>
  list.find((one) => one === text) ?? null;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const officer = await permit(context, request, "awards.register-external");
  const verifier = await context.services.access.authorize(context.actor, "awards.verify-external");
  const query = new URL(request.url).searchParams;
  const state = oneOf(registerStates, query.get("state"));
  const q = query.get("q")?.trim() ?? "";
  const rows = await context.services.awards.listExternalAwards(officer);
  const all = rows.map((row) => shownExternal(row, officer.actor, context.language));
  return {
    words: context.words.hr,
    mayVerify: verifier.ok,
    enter: oneOf(kinds, query.get("enter")),
    done: oneOf(deeds, query.get("done")),
    state,
    q,
    counts: Object.fromEntries(
      registerStates.map((one) => [one, all.filter((row) => row.state === one).length]),
    ),
    total: all.length,
    entries: all.filter((row) => (state === null || row.state === state) && holds(row, q)),
  };
}

export const action = registerAction;
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.external.title ?? "" }];

export default function ExternalAwards() {
  const { words, mayVerify, enter, done, state, q, counts, total, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const said = words.external;
  const entering = refused?.values["intent"] === "register";
  const kind = enter ?? (entering ? (oneOf(kinds, refused.values["kind"] ?? null) ?? "competition") : null);
  const keep = q === "" ? "" : `&q=${encodeURIComponent(q)}`;
  return (
    <Frame>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <>
            <ButtonLink to="/hr/policy">{words.check.toPolicy}</ButtonLink>
            {kind === null && (
              <ButtonLink to="/hr/awards?enter=competition" variant="primary">
                {said.enter}
              </ButtonLink>
            )}
          </>
        }
      />
      {done && !refused && (
        <Notice tone="celadon" live="status">
          {said[done]}
        </Notice>
      )}
      {!entering && <Refused problem={refused} />}
      {kind && <RegisterForm kind={kind} words={said} refused={entering ? refused : undefined} />}
      <Section title={said.register} lead={said.registerLead}>
        {total > 0 && (
          <>
            <Tabs
              label={said.filter}
              items={[
                {
                  to: `/hr/awards${keep.replace("&", "?")}`,
                  label: said.all,
                  count: total,
                  active: state === null,
                },
                ...registerStates.map((one) => ({
                  to: `/hr/awards?state=${one}${keep}`,
                  label: said.states[one],
                  count: counts[one],
                  active: state === one,
                })),
              ]}
            />
            <SearchField
              label={said.search}
              defaultValue={q}
              submitLabel={said.searchSubmit}
              keep={state ? { state } : {}}
            />
          </>
        )}
        {entries.length === 0 && (
          <EmptyState
            title={total === 0 ? said.empty : said.noMatch}
            action={total > 0 && <ButtonLink to="/hr/awards">{said.clear}</ButtonLink>}
          >
            {total === 0 ? said.emptyNext : said.noMatchNext}
          </EmptyState>
        )}
        <Stack>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} mayVerify={mayVerify} words={said} cancel={words.cancel} />
          ))}
        </Stack>
      </Section>
    </Frame>
  );
}
