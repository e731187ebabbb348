// The files to take away: results and best of the whole edition, marks of each published skill.
import { Actions, ButtonLink, Card, DataTable, Stack } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Skill = Loaded["view"]["skills"][number];
type Props = { competitionId: string; skills: readonly Skill[]; words: Loaded["words"] };

export function Files({ competitionId, skills, words }: Props) {
  const said = words.files;
  const file = (to: string, label: string, spoken?: string) => (
    <ButtonLink to={to} reloadDocument download size="small" aria-label={spoken}>
      {label}
    </ButtonLink>
  );
  return (
    <Card title={said.title} lead={said.lead}>
      <Stack>
        <Actions>
          {file(`/manage/${competitionId}/competitor-results.csv`, said.results)}
          {file(`/manage/${competitionId}/best-of-delegation.csv`, said.best)}
        </Actions>
        <DataTable
          caption={said.bySkill}
          captionShown
          rows={skills}
          rowKey={(skill) => skill.id}
          columns={[
            { key: "skill", head: words.best.skill, strong: true, phone: "title", cell: (row) => row.title },
            {
              key: "files",
              head: said.title,
              phone: "bare",
              cell: ({ id, title, sections }) => (
                <Actions>
                  {file(
                    `/manage/skills/${id}/mark-summary.csv`,
                    said.summary,
                    say(said.summaryOf, { skill: title }),
                  )}
                  {sections &&
                    file(
                      `/manage/skills/${id}/standards.csv`,
                      said.sections,
                      say(said.sectionsOf, { skill: title }),
                    )}
                </Actions>
              ),
            },
          ]}
        />
      </Stack>
    </Card>
  );
}
