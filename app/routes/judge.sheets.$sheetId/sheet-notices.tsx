// What stands above the aspects when something is not as usual: locked, out, signed out, no line, conflicts elsewhere.
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { ButtonLink, Notice, Stack } from "#app/kit/index.ts";
import { addressOf } from "#app/live/intention.ts";
import type { Marking } from "#app/live/use-marking.ts";
import { ChiefMessages, DeviceNotice } from "#app/sheet/day-notices.tsx";
import { SignIn } from "#app/sheet/kept-here.tsx";
import { differingIn, isLocked, outStatus, stageOf } from "#app/sheet/panel.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import type { SheetWords } from "./sheet-page.tsx";

type Props = {
  sheet: Sheet;
  here: string;
  words: SheetWords;
  marking: Marking;
  held: boolean;
  refused: FormProblem | undefined;
};

export function SheetNotices({ sheet, here, words, marking, held, refused }: Props) {
  const { terms, language } = useShell();
  const told = words.sheet;
  const { panel } = marking;
  const out = outStatus(panel, sheet.contestant.id) as keyof typeof terms.contestantStatus | null;
  const differs = differingIn(panel, sheet.contestant.id).filter((id) =>
    sheet.subcriterion.aspects.some((aspect) => aspect.id === id),
  );
  const elsewhere = marking.intentions.filter((one) => one.standing === "conflict" && one.sheetId !== here);
  const codeOf = (id: string): string => sheet.contestants.find((one) => one.id === id)?.code ?? "";
  return (
    <Stack gap="tight">
      {refused && !sheet.subcriterion.aspects.some(({ id }) => id === refused.values["aspectId"]) && (
        <Notice tone="cinnabar" live="alert" title={refused.message} />
      )}
      {marking.ended && (
        <Notice tone="cinnabar" live="alert" title={told.ended} actions={<SignIn words={words} />}>
          {told.endedLead}
        </Notice>
      )}
      <DeviceNotice device={marking.device} words={words.onTheDay} />
      <ChiefMessages skillId={sheet.skill.id} seat={sheet.ownSeat} panel={panel} words={words.onTheDay} />
      {marking.unstored && (
        <Notice tone="cinnabar" live="alert" title={told.unstored}>
          {told.unstoredLead}
        </Notice>
      )}
      {sheet.barred?.code.startsWith("marking.stage-") ? (
        <Notice tone="amber" live="status" title={refusalSentence(sheet.barred, language)} />
      ) : (
        sheet.barred && (
          <Notice tone="amber" live="status" title={words.conflict.barred}>
            {words.conflict.barredLead}
          </Notice>
        )
      )}
      {out && (
        <Notice tone="amber" live="status" title={say(told.out, { status: terms.contestantStatus[out] })}>
          {told.outLead}
        </Notice>
      )}
      {stageOf(panel) !== "scoring" && (
        <Notice live="status" title={told.notOpen}>
          {told.notOpenLead}
        </Notice>
      )}
      {isLocked(panel, sheet.contestant.id, sheet.subcriterion.id) && (
        <Notice live="status" title={told.locked}>
          {told.lockedLead}
        </Notice>
      )}
      {differs.length > 0 && (
        <Notice
          tone="amber"
          live="status"
          title={say(told.differ, { aspects: differs.join(words.wall.comma) })}
        >
          {told.differLead}
        </Notice>
      )}
      {held && marking.connection !== "live" && (
        <Notice tone="amber" live="alert" title={told.stay}>
          {told.stayLead}
        </Notice>
      )}
      {elsewhere.length > 0 && (
        <Notice
          tone="cinnabar"
          live="status"
          title={say(told.elsewhere, { n: elsewhere.length })}
          actions={elsewhere.map((one) => (
            <ButtonLink key={one.requestId} to={addressOf(one)} size="small">
              {say(told.elsewhereAt, { code: codeOf(one.contestantId), aspect: one.aspectId })}
            </ButtonLink>
          ))}
        />
      )}
    </Stack>
  );
}
