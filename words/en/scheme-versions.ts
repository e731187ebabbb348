// The order of a scheme, what it can be copied from, and its versions.
export const order = {
  title: "Change the order",
  lead: "Drag a row, or use its up and down buttons. Numbers follow places, and numbers written in the rules follow too.",
  open: "Change the order",
  close: "Done",
  up: "Move {id} {name} up",
  down: "Move {id} {name} down",
  moved: "Moved to {id}.",
  empty: "Drop here",
  emptySub: "No aspect in this sub-criterion yet",
};

export const copy = {
  title: "Copy a template or another skill",
  lead: "Copying replaces the draft. You can choose published skills and those you may edit; check every aspect afterwards.",
  from: "Copy from",
  placeholder: "Choose",
  templates: "Templates",

  replace: "Replace the present {n} {n|aspect|aspects} with the chosen scheme",
  replaceNeeded: "There are aspects already. Tick the box to replace them.",
  fromNeeded: "Choose what to copy.",
  submit: "Copy",
};

export const versions = {
  title: "Versions",
  version: "Version {n}",
  inForce: "In force",
  draft: "Not in force",
  replaced: "Replaced",
  lockedBy: "locked by {name}, {at}",
  reason: "Reason: {reason}",
  show: "Show",
  shown: "This is version {n}. A later one has replaced it; it is shown for reference.",
  back: "Back to the version in force",
  start: "Revise the scheme",
  startTitle: "Revise the marking scheme?",
  startText:
    "A new version begins as a copy of the one in force. Until it is put into force, marking goes on by the present one.",
  reasonLabel: "Reason",
  reasonHint: "It goes into the ledger; whoever checks the result sees that there was a revision.",
  startConfirm: "Begin the revision",
  drafting: "Draft of version {n}, not in force: marking goes on by version {before}. Reason: {reason}",
  numbersStand: "Numbers stay and each part is changed by itself; what is new is numbered after the rest.",
  marked: "Marks stand: a chief judge who wrote none of it looks at what moves and puts it into force.",
  drop: "Give the revision up",
  dropTitle: "Give the draft of version {n} up?",
  dropText: "Its changes are not kept. The version in force is untouched.",
  dropConfirm: "Give up",
  effect: "What it would move",
  effectLead: "Worked out from the marks that stand. Nothing is written.",
  nothingMoves: "Nobody's total or rank moves.",
  moves: "Totals or ranks that move ({n})",
  opened: "These locked sub-criteria open again and are locked after the missing marks: {subs}",
  incomplete:
    "Somebody would not be completely marked: the skill goes back to marking, and signatures no longer hold.",
  complete: "Signatures no longer hold; the result is checked and signed again.",
  enforce: "Put the new version into force",
  enforceTitle: "Put version {n} into force?",
  enforceText:
    "From then on judges mark by the new version. The revision, its reason and its hash go into the ledger.",
  enforceConfirm: "Put into force",
  ownDraft: "You wrote some of it: another chief judge puts it into force",
  chiefOnly: "Marks stand: the chief judge looks at what moves and puts the new version into force.",
  notYet: "{n} {n|place|places} to correct first",
};
