// The guide to the demonstration in English.
import type { guide as zh } from "../zh/guide.ts";

export const guide: typeof zh = {
  title: "Guide to the demonstration",
  lead: "Enter every role with one click, in the order of a competition; the password for every signature is {password}. All units and people are invented.",
  now: "Time in the demonstration",
  next: "Go on to the next working day",
  nextLead:
    "Publication waits for the working days of the public notice. Only the demonstration's clock moves, and never back.",
  enter: "Enter",
  enterAs: "Enter as {name}: {role}",
  seat: "seat {n}",
  places: "{first} and others, {n} in all",
  none: "No account in the demonstration has this role.",
  walk: "The whole way of a competition",
  step: "Step {n}",
  more: "{n} more {n|account|accounts}",
  steps: {
    organizer: {
      title: "Organizer sets up",
      text: "Competition and skills, marking schemes imported and locked, registrations decided, judges seated.",
    },
    leader: {
      title: "Leader registers",
      text: "Enters the delegation's competitors, corrects what was returned, hands out sign-in links.",
    },
    draw: {
      title: "Draw and coding",
      text: "The coding officer commits, the supervisor witnesses the draw; the list is sealed before two people.",
    },
    floor: {
      title: "On the floor",
      text: "The floor judge checks in with one thumb and records incidents, time given back and proposed penalties; knows names, scores nothing.",
    },
    judge: {
      title: "Judges mark",
      text: "By code alone, aspect by aspect; nothing is lost offline, and unset is not zero.",
    },
    chief: {
      title: "Chief judge oversees",
      text: "The state of every sheet, disagreements, locking, and the signature.",
    },
    recorder: {
      title: "Recorder checks",
      text: "Another person checks; then chief judge and supervisor sign, and two people decode.",
    },
    publish: {
      title: "Notice and publication",
      text: "The organizer opens the notice; after its working days awards and certificates follow publication.",
    },
    verifier: {
      title: "Awards verified",
      text: "External awards are entered by an officer and verified by two others in turn.",
    },
    hr: {
      title: "HR officer verifies",
      text: "With number and name: every entitlement, its reason and the clause itself.",
    },
    competitor: {
      title: "The competitor",
      text: "Timetable, results, certificates and entitlements, and who looked them up.",
    },
    administrator: {
      title: "Administration",
      text: "Accounts, roles given and taken back, the ledger checked.",
    },
  },
};
