// The rows of the contest's stages (初赛、决赛) as the organizer's form posts them, in the order they are held.
import type { Words } from "#app/context.ts";
import { shareOf } from "#app/manage/percent.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { type NamedParts, readTieChain } from "#domain/competitions/tie-chain.ts";
import { say } from "#words/language.ts";
import { filledRows, idOf, lettersOf, type Posted, type Told, tellTwice, textOf } from "./posted-rows.ts";

type Stage = NonNullable<SkillRules["contestStages"]>[number];
type Said = Words["manage"]["skillParts"];
export const stageParts = ["stageName", "stageCriteria", "stageAdvance", "stageCarry", "stageTieChain"];

/**
 * The stages; all but the last one say how many go on. A stage's tie chain may name the components and modules of the same
 * form. What is wrong is told at its field.
 */
export function readStages(posted: Posted, told: Told, named: NamedParts, said: Said): Stage[] {
  const rows = filledRows(posted, stageParts);
  if (rows.length === 1) told(`stageName${rows[0]}`, said.stages.alone);
  const stages: Stage[] = [];
  for (const [at, row] of rows.entries()) {
    const name = textOf(posted, `stageName${row}`);
    const criteria = lettersOf(textOf(posted, `stageCriteria${row}`));
    if (name === "" || name.length > 40) told(`stageName${row}`, said.rows.nameLong);
    if (stages.some((one) => one.name === name)) told(`stageName${row}`, said.rows.nameTwice);
    if (criteria === null) told(`stageCriteria${row}`, said.rows.criteriaWrong);
    tellTwice(`stageCriteria${row}`, criteria, stages, told, said.rows);
    const carry = at === 0 ? undefined : readCarry(posted, row, told, said);
    stages.push({
      id: idOf(textOf(posted, `stageId${row}`), stages, "stage", row),
      name,
      criteria: criteria ?? [],
      ...readAdvance(posted, row, at === rows.length - 1, told, said),
      ...(carry !== undefined && { carry }),
      ...readOwnChain(posted, row, named, told, said),
    });
  }
  return stages;
}

function readAdvance(
  posted: Posted,
  row: number,
  isLast: boolean,
  told: Told,
  said: Said,
): Pick<Stage, "advance"> {
  const typed = textOf(posted, `stageAdvance${row}`);
  if (isLast) {
    if (typed !== "") told(`stageAdvance${row}`, said.stages.advanceLast);
    return {};
  }
  const isCount = /^\d{1,3}$/.test(typed) && Number(typed) > 0;
  if (!isCount) told(`stageAdvance${row}`, said.stages.advanceWrong);
  return isCount ? { advance: Number(typed) } : {};
}

/** Left empty nothing is carried on: the stage starts from zero. */
function readCarry(posted: Posted, row: number, told: Told, said: Said): string | undefined {
  const typed = textOf(posted, `stageCarry${row}`);
  if (typed === "") return undefined;
  const share = shareOf(typed);
  if (share === null) told(`stageCarry${row}`, said.stages.carryWrong);
  return share ?? undefined;
}

/** Left empty the skill's own chain counts. */
function readOwnChain(
  posted: Posted,
  row: number,
  named: NamedParts,
  told: Told,
  said: Said,
): Pick<Stage, "tieChain"> {
  const typed = textOf(posted, `stageTieChain${row}`);
  if (typed === "") return {};
  const { chain, unread } = readTieChain(typed, named);
  if (unread.length > 0 || chain.length > 12)
    told(`stageTieChain${row}`, say(said.stages.chainUnread, { unread: unread.join("、") }));
  return { tieChain: [...chain] };
}
