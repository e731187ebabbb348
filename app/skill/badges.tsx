// The state of a skill and of a competition as a word with a shape, the same on every public page.
import { useShell } from "#app/frame.tsx";
import { Badge, type ShapeName, type Tone } from "#app/kit/index.ts";
import type { CompetitionState } from "#domain/competitions/competition.ts";
import type { Stage } from "#domain/competitions/skill.ts";

type Look = { readonly tone: Tone; readonly shape: ShapeName };

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

const stateLooks: Readonly<Record<CompetitionState, Look>> = {
  draft: { tone: "neutral", shape: "dashed" },
  registration: { tone: "amber", shape: "ring" },
  drawing: { tone: "amber", shape: "lock" },
  judging: { tone: "celadon", shape: "dot" },
  closed: { tone: "neutral", shape: "check" },
  archived: { tone: "neutral", shape: "check" },
};

export function StageBadge({ stage }: { stage: Stage }) {
  const { terms } = useShell();
  return <Badge {...stageLooks[stage]}>{terms.stage[stage]}</Badge>;
}

export function StateBadge({ state }: { state: CompetitionState }) {
  const { terms } = useShell();
  return <Badge {...stateLooks[state]}>{terms.competitionState[state]}</Badge>;
}
