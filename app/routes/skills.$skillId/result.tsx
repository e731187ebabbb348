// The result as the public may see it now: the list, how final and how fresh it is, the spread of its totals.
import { DistributionStrip } from "#app/charts/index.ts";
import { type Dates, useDates } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import {
  Badge,
  BoardTable,
  ButtonLink,
  Card,
  EmptyState,
  Notice,
  Section,
  TextLink,
} from "#app/kit/index.ts";
import { medalOf } from "#app/skill/medals.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Shown = NonNullable<Loaded["result"]>;
type Line = Shown["lines"][number];

export function Result({ skill, result, words }: Pick<Loaded, "skill" | "result" | "words">) {
  const { terms } = useShell();
  const dates = useDates();
  if (!result) {
    return (
      <Section title={words.result}>
        <EmptyState
          title={words.resultNone}
          action={skill.openBoard && <TextLink to={`/skills/${skill.id}/board`}>{words.boardOpen}</TextLink>}
        >
          {words.resultNoneNext}
        </EmptyState>
      </Section>
    );
  }
  const final = result.finality === "published";
  const shared = new Set(
    result.lines.map((line) => line.rank).filter((rank, place, all) => all.indexOf(rank) !== place),
  );
  return (
    <Section
      title={words.result}
      actions={
        <>
          <ButtonLink to={`/skills/${skill.id}/results.csv`} reloadDocument download>
            {words.download}
          </ButtonLink>
          {final && (
            <ButtonLink to={`/skills/${skill.id}/bundle.json`} reloadDocument download>
              {words.bundle}
            </ButtonLink>
          )}
        </>
      }
    >
      <Notice tone={final ? "celadon" : "amber"} title={terms.finality[result.finality]}>
        {freshness(result, words, dates)}
      </Notice>
      <Card flush>
        <BoardTable
          caption={say(words.caption, { skill: skill.name })}
          heads={{ rank: words.rank, who: words.who, total: words.total }}
          extraHeads={result.scale ? [terms.scale700.head] : []}
          rows={result.lines.map((line, at) => ({
            key: line.number,
            rank: line.rank === null ? "—" : String(line.rank),
            code: line.number,
            name: line.name,
            organization: line.unit === line.delegation ? line.unit : `${line.unit} · ${line.delegation}`,
            total: line.total,
            cells: result.scale ? [result.scale.points[at] ?? "—"] : [],
            medal: line.grade ? medalOf[line.grade] : undefined,
            medalLabel: line.grade ? terms.grade[line.grade] : undefined,
            note:
              line.rank === null ? (
                <Badge>{terms.standing[line.status]}</Badge>
              ) : (
                shared.has(line.rank) && words.shared
              ),
          }))}
        />
      </Card>
      {result.scale && (
        <small>{result.scale.forAwards ? terms.scale700.forAwards : terms.scale700.note}</small>
      )}
      <Spread lines={result.lines} words={words} />
      <small>
        {words.hash} <code>{result.hash}</code>
      </small>
    </Section>
  );
}

function freshness(result: Shown, words: Loaded["words"], dates: Dates): string {
  const time = dates.moment(result.at);
  if (result.finality === "announced") return `${say(words.shownAt, { time })} ${words.prevails}`;
  if (result.finality === "published" || !result.notice) return say(words.shownAt, { time });
  const { firstDay, lastDay } = result.notice;
  const notice = say(words.noticeAt, { time, first: dates.day(firstDay), last: dates.day(lastDay) });
  return [notice, result.notice.arranged ? "" : words.notArranged, words.proposed].filter(Boolean).join(" ");
}

/** The dots need positions; the marks themselves stay text. */
function Spread({ lines, words }: { lines: readonly Line[]; words: Loaded["words"] }) {
  const ranked = lines.flatMap((line) => (line.total === null ? [] : [{ line, total: line.total }]));
  const [first] = ranked;
  if (!first || ranked.length < 3) return null;
  const high = first.total;
  const low = ranked[ranked.length - 1]!.total;
  const ends = [Math.floor(Number(low)) - 1, Math.ceil(Number(high)) + 1] as const;
  return (
    <Card>
      <DistributionStrip
        title={words.spread}
        description={say(words.spreadTold, { n: ranked.length, high, low })}
        min={ends[0]}
        max={ends[1]}
        values={ranked.map(({ line, total }) => ({
          key: line.number,
          value: Number(total),
          label: say(words.dot, { number: line.number, name: line.name, total }),
          tone: toneOf(line.grade),
        }))}
      />
    </Card>
  );
}

/** A medal's own tone; excellence and no award are the tone of the rest. */
function toneOf(grade: AwardGrade | null): "gold" | "silver" | "bronze" | "celadon" {
  const medal = grade === null ? "merit" : medalOf[grade];
  return medal === "merit" ? "celadon" : medal;
}
