// The state of a competition, a skill and a registration, on every page alike: the word, with a shape that says it again.

import { useShell } from "#app/frame.tsx";
import { Badge, type ShapeName, type Tone } from "#app/kit/index.ts";
import type { CompetitionState } from "#domain/competitions/competition.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import type { RegistrationState } from "#domain/registrations/registration.ts";

type Look = { readonly tone: Tone; readonly shape: ShapeName };

const competitionLooks: Readonly<Record<CompetitionState, Look>> = {
  draft: { tone: "neutral", shape: "dashed" },
  registration: { tone: "amber", shape: "ring" },
  drawing: { tone: "amber", shape: "lock" },
  judging: { tone: "celadon", shape: "dot" },
  closed: { tone: "neutral", shape: "check" },
  archived: { tone: "neutral", shape: "lock" },
};
const stageLooks: Readonly<Record<Stage, Look>> = {
  "set-up": { tone: "neutral", shape: "dashed" },
  drawn: { tone: "neutral", shape: "lock" },
  scoring: { tone: "celadon", shape: "dot" },
  complete: { tone: "amber", shape: "clock" },
  checked: { tone: "amber", shape: "clock" },
  signed: { tone: "amber", shape: "clock" },
  decoded: { tone: "amber", shape: "clock" },
  announced: { tone: "amber", shape: "ring" },
  notice: { tone: "amber", shape: "ring" },
  published: { tone: "celadon", shape: "check" },
};
const registrationLooks: Readonly<Record<RegistrationState, Look>> = {
  draft: { tone: "neutral", shape: "dashed" },
  submitted: { tone: "amber", shape: "clock" },
  accepted: { tone: "celadon", shape: "check" },
  returned: { tone: "cinnabar", shape: "bang" },
  rejected: { tone: "cinnabar", shape: "cross" },
  withdrawn: { tone: "neutral", shape: "cross" },
};

/** States come from the database as text; its constraints keep them to these lists. */
export function CompetitionBadge({ state }: { state: string }) {
  const { terms } = useShell();
  const at = state as CompetitionState;
  return <Badge {...competitionLooks[at]}>{terms.competitionState[at]}</Badge>;
}

export function StageBadge({ stage }: { stage: Stage }) {
  const { terms } = useShell();
  return <Badge {...stageLooks[stage]}>{terms.stage[stage]}</Badge>;
}

export function RegistrationBadge({ state }: { state: string }) {
  const { terms } = useShell();
  const at = state as RegistrationState;
  return <Badge {...registrationLooks[at]}>{terms.registrationState[at]}</Badge>;
}
