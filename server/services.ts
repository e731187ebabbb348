// Everything the product can do, by room: each room's functions with the house already in their hands.
import * as accounts from "./access/accounts.ts";
import * as actor from "./access/actor.ts";
import * as places from "./access/places.ts";
import * as proofs from "./access/proofs.ts";
import * as signIn from "./access/sign-in.ts";
import * as comparing from "./awards/compare-delegations.ts";
import * as external from "./awards/register-external.ts";
import * as browse from "./competitions/browse.ts";
import * as changeRules from "./competitions/change-rules.ts";
import * as delegationRules from "./competitions/delegation-rules.ts";
import * as ruleSets from "./competitions/rule-sets.ts";
import * as setUp from "./competitions/set-up.ts";
import * as workspace from "./competitions/workspace.ts";
import * as check from "./credentials/check.ts";
import * as publicCheck from "./credentials/public-check.ts";
import * as demonstration from "./demonstration/walk.ts";
import * as draws from "./draws/run-draw.ts";
import * as checkIn from "./floor/check-in.ts";
import * as floor from "./floor/read-floor.ts";
import * as floorRecord from "./floor/record.ts";
import type { House } from "./house.ts";
import * as closing from "./marking/close-sheet.ts";
import * as cards from "./marking/code-cards.ts";
import * as committee from "./marking/committee.ts";
import * as conflicts from "./marking/conflict.ts";
import * as entering from "./marking/enter-mark.ts";
import * as evidence from "./marking/evidence.ts";
import * as grids from "./marking/load-grid.ts";
import * as sheets from "./marking/load-sheet.ts";
import * as day from "./marking/on-the-day.ts";
import * as wall from "./marking/overview.ts";
import * as penalties from "./marking/penalties.ts";
import * as reading from "./marking/read-evidence.ts";
import * as rulings from "./marking/read-rulings.ts";
import * as rechecking from "./marking/recheck.ts";
import * as recorderDesks from "./marking/recorder-desks.ts";
import * as rekeying from "./marking/rekey.ts";
import * as reopening from "./marking/reopen.ts";
import * as rescoring from "./marking/rescore.ts";
import * as batches from "./marking/waiting-batches.ts";
import * as closings from "./notices/closings.ts";
import * as openNotice from "./notices/open-notice.ts";
import * as publication from "./notices/publish.ts";
import * as ownFile from "./people/own-file.ts";
import * as awardRights from "./registrations/award-rights.ts";
import * as correct from "./registrations/correct.ts";
import * as decide from "./registrations/decide.ts";
import * as registrationOverview from "./registrations/overview.ts";
import * as roster from "./registrations/roster.ts";
import * as submit from "./registrations/submit.ts";
import * as bundles from "./results/bundle.ts";
import * as days from "./results/day-signatures.ts";
import * as desk from "./results/desk.ts";
import * as judgeFigures from "./results/judge-statistics.ts";
import * as parts from "./results/marks-by-part.ts";
import * as mySkills from "./results/my-skills.ts";
import * as protocol from "./results/protocol.ts";
import * as results from "./results/public-result.ts";
import * as readDays from "./results/read-days.ts";
import * as sign from "./results/sign.ts";
import * as schemeCopy from "./schemes/copy-scheme.ts";
import * as schemes from "./schemes/edit-scheme.ts";
import * as schemeFile from "./schemes/import-scheme-file.ts";
import * as schemePlace from "./schemes/scheme-place.ts";
import * as schemeVersions from "./schemes/versions.ts";
import * as schemeExport from "./schemes/write-workbook.ts";

/** A room with its functions bound to the house; whatever does not begin with a house is no service and is left out. */
type Bound<Room> = {
  readonly [Name in keyof Room as Room[Name] extends (house: House, ...rest: never[]) => unknown
    ? Name
    : never]: Room[Name] extends (house: House, ...rest: infer Rest) => infer Answer
    ? (...rest: Rest) => Answer
    : never;
};

function bind<Room extends object>(house: House, room: Room): Bound<Room> {
  const entries = Object.entries(room).filter(([, member]) => typeof member === "function");
  return Object.fromEntries(
    entries.map(([name, member]) => [
      name,
      (...rest: unknown[]) => (member as (...all: unknown[]) => unknown)(house, ...rest),
    ]),
  ) as Bound<Room>;
}

export function createServices(house: House) {
  return {
    access: bind(house, { ...accounts, ...actor, ...places, ...proofs, ...signIn }),
    competitions: bind(house, {
      ...browse,
      ...setUp,
      ...changeRules,
      ...ruleSets,
      ...delegationRules,
      ...workspace,
    }),
    people: bind(house, ownFile),
    registrations: bind(house, {
      ...submit,
      ...correct,
      ...decide,
      ...awardRights,
      ...roster,
      ...registrationOverview,
    }),
    draws: bind(house, draws),
    schemes: bind(house, {
      ...schemes,
      ...schemeFile,
      ...schemePlace,
      ...schemeExport,
      ...schemeVersions,
      ...schemeCopy,
    }),
    marking: bind(house, {
      ...entering,
      ...conflicts,
      ...evidence,
      ...reading,
      ...cards,
      ...sheets,
      ...grids,
      ...recorderDesks,
      ...closing,
      ...reopening,
      ...rekeying,
      ...rechecking,
      ...day,
      ...rescoring,
      waitingBatches: batches.waitingBatches,
      ...wall,
      ...penalties,
      ...committee,
      ...rulings,
    }),
    floor: bind(house, { ...checkIn, ...floor, ...floorRecord }),
    results: bind(house, {
      ...results,
      ...bundles,
      ...sign,
      ...days,
      ...readDays,
      ...desk,
      ...mySkills,
      ...protocol,
      ...judgeFigures,
      ...parts,
    }),
    notices: bind(house, { ...openNotice, ...publication, ...closings }),
    awards: bind(house, { ...external, ...comparing }),
    credentials: bind(house, { ...check, ...publicCheck }),
    demonstration: bind(house, demonstration),
    takeSeat: proofs.takeSeat,
    now: () => house.clock.now(),
    mode: house.mode,
  };
}
export type Services = ReturnType<typeof createServices>;
