// What stands above the grid when something is not as usual: signed out, nothing stored, not open, conflicts that wait.
import { Button, ButtonLink, Notice, Stack } from "#app/kit/index.ts";
import { addressOf, type Intention } from "#app/live/intention.ts";
import type { Sheets } from "#app/live/use-sheets.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { placeName } from "#domain/marking/record.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";
import { say } from "#words/language.ts";
import { ChiefMessages, DeviceNotice } from "./day-notices.tsx";
import type { GridWords } from "./grid-rows.ts";
import { SignIn } from "./kept-here.tsx";
import { stageOf } from "./panel.ts";

export function GridNotices(props: {
  grid: MarkGrid;
  sheets: Sheets;
  words: GridWords;
  pasted: string | null;
  onShow: (contestantId: string, place: string) => void;
}) {
  const { grid, sheets, words } = props;
  const told = words.sheet;
  const home = grid.seat === null ? "/record" : "/judge";
  const disputed = sheets.intentions.filter((one) => one.standing === "conflict");
  const codeOf = (id: string): string =>
    grid.sheets.find((one) => one.contestant.id === id)?.contestant.code ?? "";
  const isHere = (one: Intention): boolean =>
    one.sheetId === sheetId(one.contestantId, grid.subcriterion.id) && codeOf(one.contestantId) !== "";
  return (
    <Stack gap="tight">
      {sheets.ended && (
        <Notice tone="cinnabar" live="alert" title={told.ended} actions={<SignIn words={words} to={home} />}>
          {told.endedLead}
        </Notice>
      )}
      <DeviceNotice device={sheets.device} words={words.onTheDay} />
      {grid.seat !== null && (
        <ChiefMessages skillId={grid.skill.id} seat={grid.seat} panel={sheets.panel} words={words.onTheDay} />
      )}
      {sheets.unstored && (
        <Notice tone="cinnabar" live="alert" title={told.unstored}>
          {told.unstoredLead}
        </Notice>
      )}
      {stageOf(sheets.panel) !== "scoring" && (
        <Notice live="status" title={told.notOpen}>
          {told.notOpenLead}
        </Notice>
      )}
      {props.pasted !== null && <Notice live="status" title={props.pasted} />}
      {disputed.length > 0 && (
        <Notice
          tone="cinnabar"
          live="status"
          title={say(words.grid.conflicts, { n: disputed.length })}
          actions={disputed.map((one) => {
            const label = say(told.elsewhereAt, {
              code: codeOf(one.contestantId),
              aspect: placeName(one.aspectId, one.seat),
            });
            return isHere(one) ? (
              <Button
                key={one.requestId}
                size="small"
                onClick={() => props.onShow(one.contestantId, placeName(one.aspectId, one.seat))}
              >
                {label}
              </Button>
            ) : (
              <ButtonLink key={one.requestId} to={addressOf(one)} size="small">
                {label}
              </ButtonLink>
            );
          })}
        />
      )}
    </Stack>
  );
}
