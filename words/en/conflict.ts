// Conflicts of interest in English.
import type { conflict as zh } from "../zh/conflict.ts";

export const conflict: typeof zh = {
  declare: "Declare a conflict",
  declareText:
    "Declare it when one of these ties you to the competitor behind this work. You then mark this work no more, your marks for it no longer count (they stay on record), and the chief judge calls a reserve. A declaration cannot be taken back.",
  kind: "Conflict",
  kinds: {
    kin: "Close relative",
    teacher: "Teacher, master or coach of the competitor",
    unit: "Same unit or recent colleagues",
    interest: "Financial or other interest",
    other: "Anything else that may affect fairness",
  },
  reason: "Explanation",
  reasonHint: "State the relation, not the name. The chief judge reads it, and it is kept in the ledger.",
  yes: "Declare",
  no: "Cancel",
  choose: "Choose",
  barred: "You do not mark this work",
  barredLead:
    "You declared a conflict, or a reserve holds your seat. Read only: your own marks no longer count and stay on record.",
  avoided: "Conflict declared for {codes}: you mark these works no more.",
  title: "Conflicts and reserves",
  lead: "A declared conflict leaves the judge's seat empty; a judgement waits for all seats, so call a reserve.",
  waiting: "Needs a reserve",
  filled: "Reserve: {name}",
  settled: "No reserve needed",
  row: "{code} · seat {n} · {name}",
  detail: "{kind}: {reason} ({time})",
  reserve: "Reserve",
  reserveOption: "No. {n} · {name}",
  call: "Call a reserve",
  callText: "This reserve will mark every sheet of work {code} on seat {n}.",
  noReserve: "This skill has no reserve yet. Ask the organizer to seat one in the skill's settings.",
  needs: "{code}: seat {seats} is empty",
  needsDetail: "The judge declared a conflict; call a reserve",
};
