// The rows of the panels (裁判小组) as the organizer's form posts them; a row left empty is none.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { separated } from "#app/manage/form-fields.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { say } from "#words/language.ts";
import { filledRows, idOf, type Posted, type Told, tell, textOf } from "./posted-rows.ts";

type Panel = NonNullable<SkillRules["panels"]>[number];
type Said = Words["manage"]["panels"];

/** The part of the rules form that holds the panels: none is absent in the rules. */
export const panelForm = (words: Said) =>
  z.looseObject({}).transform((posted, context): Pick<SkillRules, "panels"> => {
    const panels = readPanels(posted, tell(context), words);
    return panels.length > 0 ? { panels } : {};
  });

export const panelParts = ["panelName", "panelSeats", "panelSubs"] as const;

function readPanels(posted: Posted, told: Told, words: Said): Panel[] {
  const panels: Panel[] = [];
  for (const row of filledRows(posted, panelParts)) {
    const name = textOf(posted, `panelName${row}`);
    const seats = readSeats(textOf(posted, `panelSeats${row}`));
    const subcriteria = readSubs(textOf(posted, `panelSubs${row}`));
    if (name === "" || name.length > 40) told(`panelName${row}`, words.nameLong);
    if (panels.some((one) => one.name === name)) told(`panelName${row}`, words.nameTwice);
    if (seats === null) told(`panelSeats${row}`, words.seatsWrong);
    if (subcriteria === null) told(`panelSubs${row}`, words.subcriteriaWrong);
    for (const other of panels) {
      const twice = (subcriteria ?? []).filter((id) => other.subcriteria.includes(id));
      if (twice.length > 0)
        told(`panelSubs${row}`, say(words.subcriteriaTwice, { subs: twice.join("、"), name: other.name }));
    }
    const id = idOf(textOf(posted, `panelId${row}`), panels, "panel", row);
    panels.push({ id, name, seats: seats ?? [], subcriteria: subcriteria ?? [] });
  }
  return panels;
}

/** "3, 1，2" is 1, 2, 3; null for anything but 1 to 15 numbers from 1 to 99. */
function readSeats(typed: string): number[] | null {
  const pieces = separated(typed);
  const isSeats = pieces.every((piece) => /^[1-9]\d?$/.test(piece));
  const seats = [...new Set(pieces.map(Number))].sort((a, b) => a - b);
  return isSeats && seats.length >= 1 && seats.length <= 15 ? seats : null;
}

/** "a1、B2" is A1, B2; null for anything but 1 to 99 sub-criteria. */
function readSubs(typed: string): string[] | null {
  const pieces = separated(typed.toUpperCase());
  const isSubs = pieces.every((piece) => /^[A-Z]\d{1,2}$/.test(piece));
  return isSubs && pieces.length >= 1 && pieces.length <= 99 ? pieces : null;
}

/** The panels as they stand, in one line. */
export const panelsSaid = ({ panels = [] }: SkillRules, words: Said): string =>
  panels
    .map(({ name, seats, subcriteria }) =>
      say(words.said, { name, seats: seats.join("、"), subs: subcriteria.join("、") || words.nothing }),
    )
    .join("；") || words.none;
