// The awards and honours behind the decisions, ours with their certificate numbers, external ones with the days of verification.
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { Badge, Card, DataTable, MedalMark, type ShapeName, type Tone } from "#app/kit/index.ts";
import { medalOf } from "#app/skill/medals.ts";
import { awardName } from "./award-names.ts";

export type ShownAward = {
  readonly title: string;
  readonly skill: string;
  readonly grade: string;
  readonly state: string;
  readonly number: string | null;
  readonly verifiedOn: readonly string[];
};
const looks: Readonly<Record<string, { tone: Tone; shape: ShapeName }>> = {
  conferred: { tone: "celadon", shape: "check" },
  final: { tone: "celadon", shape: "check" },
  provisional: { tone: "amber", shape: "clock" },
  claimed: { tone: "amber", shape: "clock" },
  verified: { tone: "amber", shape: "clock" },
  revoked: { tone: "cinnabar", shape: "cross" },
  rejected: { tone: "cinnabar", shape: "cross" },
};

export function AwardState({ state, label }: { state: string; label?: string }) {
  const { terms } = useShell();
  const known = terms.awardState[state as keyof typeof terms.awardState];
  return <Badge {...(looks[state] ?? { tone: "neutral", shape: "dot" })}>{label ?? known}</Badge>;
}

export function Grade({ grade }: { grade: string }) {
  const { terms } = useShell();
  const label = terms.grade[grade as keyof typeof terms.grade];
  if (!label) return <>—</>;
  return <MedalMark medal={medalOf[grade as keyof typeof medalOf] ?? "merit"} label={label} />;
}

export function AwardsTable({
  awards,
  words,
  none,
}: {
  awards: readonly ShownAward[];
  words: Words["hr"]["check"];
  none: string;
}) {
  const { language } = useShell();
  if (awards.length === 0) return <p>{none}</p>;
  return (
    <Card flush>
      <DataTable
        caption={words.awards}
        stickyHead={false}
        rows={awards}
        rowKey={(one) => `${one.title} ${one.skill} ${one.grade} ${one.number}`}
        columns={[
          {
            key: "award",
            head: words.award,
            strong: true,
            grow: true,
            phone: "title",
            cell: (one) => (
              <div>
                {awardName(one.title, language)}
                {one.skill && <small className="under">{one.skill}</small>}
              </div>
            ),
          },
          { key: "grade", head: words.grade, nowrap: true, cell: (one) => <Grade grade={one.grade} /> },
          { key: "state", head: words.state, nowrap: true, cell: (one) => <AwardState state={one.state} /> },
          {
            key: "number",
            head: words.awardNumber,
            nowrap: true,
            cell: (one) =>
              one.number ??
              (one.verifiedOn.length > 0 ? `${words.verifiedOn} ${one.verifiedOn.join("、")}` : "—"),
          },
        ]}
      />
    </Card>
  );
}
