// The steps before marking, each done, next or waiting, with the organizer's own two deeds where they are due.

import type { Words } from "#app/context.ts";
import { Card, Confirm, Steps } from "#app/kit/index.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { SkillSetUp } from "./route.tsx";

type Props = { skill: SkillSetUp; words: Words["manage"] };

export function Preparation({ skill, words }: Props) {
  const said = words.skill.step;
  const { rules, _count, stage, schemeLocked, missing } = skill;
  const done = (is: boolean) => (is ? "done" : "now") as "done" | "now";
  const drawn = hasReached(stage, "drawn");
  const opened = hasReached(stage, "scoring");
  const ready = drawn && schemeLocked && missing.length === 0;
  return (
    <Card title={words.skill.steps}>
      <Steps
        label={words.skill.steps}
        items={[
          {
            title: said.field,
            detail: say(said.fieldDetail, { n: _count.registrations }),
            state: done(_count.registrations > 0),
            to: `/manage/${skill.competition.id}/registrations?skillId=${skill.id}`,
          },
          {
            title: said.scheme,
            detail: schemeLocked ? said.schemeLocked : said.schemeOpen,
            state: done(schemeLocked),
            to: `/manage/skills/${skill.id}/scheme`,
          },
          {
            title: said.seats,
            detail: seatsDetail(skill, said),
            state: done(missing.length === 0),
            to: "#seats",
          },
          { title: said.draw, detail: drawDetail(skill, said), state: done(drawn) },
          {
            title: said.scoring,
            detail: opened ? said.scoringDone : said.scoringNext,
            state: opened ? "done" : ready ? "now" : "next",
          },
        ]}
      />
      {!drawn && rules.codingLayers === 0 && <FixField skill={skill} words={words} />}
      {stage === "drawn" && <OpenScoring skill={skill} words={words} />}
    </Card>
  );
}

function seatsDetail({ asked, missing }: SkillSetUp, said: Words["manage"]["skill"]["step"]): string {
  if (missing.length === 0) return say(said.seatsFull, { n: asked });
  return say(said.seatsMissing, { n: asked - missing.length, needed: asked, missing: missing.join("、") });
}

function drawDetail(
  { stage, rules, committed, _count }: SkillSetUp,
  said: Words["manage"]["skill"]["step"],
): string {
  if (hasReached(stage, "drawn")) return say(said.drawDone, { n: _count.contestants });
  if (rules.codingLayers === 0) return said.drawOpen;
  return committed ? said.drawCommitted : said.drawCoded;
}

function FixField({ skill, words }: Props) {
  const said = words.skill;
  const n = skill._count.registrations;
  return (
    <Confirm
      trigger={said.fixField}
      triggerVariant="primary"
      title={say(said.fixFieldTitle, { n })}
      value="fix-field"
      confirmLabel={said.fixFieldConfirm}
      cancelLabel={words.cancel}
      blocked={n === 0 ? said.blocked.field : undefined}
    >
      <p>{said.fixFieldText}</p>
    </Confirm>
  );
}

function OpenScoring({ skill, words }: Props) {
  const said = words.skill;
  const { schemeLocked, missing } = skill;
  const seats = missing.length > 0 ? say(said.blocked.seats, { missing: missing.join("、") }) : undefined;
  const blocked = schemeLocked ? seats : said.blocked.scheme;
  return (
    <Confirm
      trigger={said.openScoring}
      triggerVariant="primary"
      title={said.openScoringTitle}
      value="open-scoring"
      confirmLabel={said.openScoringConfirm}
      cancelLabel={words.cancel}
      blocked={blocked}
    >
      <p>{said.openScoringText}</p>
    </Confirm>
  );
}
