// The page of a grid: one sub-criterion of many works, for a judge's own seat or for the recorder who keys paper sheets.
import { type ReactNode, useMemo } from "react";
import { useShell } from "#app/frame.tsx";
import { ButtonLink, DemoRibbon, EmptyState, MarkGrid as Grid, Row, Tabs } from "#app/kit/index.ts";
import { useKeptCopy } from "#app/live/kept-copy.ts";
import { useSheets } from "#app/live/use-sheets.ts";
import { formatExact } from "#domain/exact.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";
import { say } from "#words/language.ts";
import { type SheetCell, sumUp } from "./cells.ts";
import { GridBar } from "./grid-bar.tsx";
import { useGridHand } from "./grid-hand.ts";
import { GridKeys } from "./grid-keys.tsx";
import { GridNotices } from "./grid-notices.tsx";
import { closedBecause, drawCell, type GridWords, headOf, rowsOf } from "./grid-rows.ts";
import { IdentityBar } from "./identity-bar.tsx";
import { OfflineCopy } from "./offline-copy.tsx";
import { useFreshLevels } from "./use-fresh-levels.ts";

type Props = {
  grid: MarkGrid;
  words: GridWords;
  requestId: string;
  /** Where the sub-criteria of this grid have theirs. */
  addressOf: (subcriterionId: string) => string;
  /** Where the control posts without JavaScript. */
  actionFor: (contestantId: string) => string;
  back: { readonly to: string; readonly label: string };
  children?: ReactNode;
};

export function GridPage(props: Props) {
  const { grid, words } = props;
  const { terms, language, shell, demo } = useShell();
  const { rules, marking, subcriterion } = grid;
  const recorder = grid.seat === null;
  const rows = useMemo(() => rowsOf(grid), [grid]);
  const marked = useMemo(
    () => grid.sheets.map((sheet) => ({ ...sheet, rules, marking, subcriterion })),
    [grid.sheets, rules, marking, subcriterion],
  );
  const desk = { skillId: grid.skill.id, rows, initial: grid.panel };
  const sheets = useSheets(desk, marked, recorder);
  const drawn = useKeptCopy(sheets.connection);
  const revalidate = useFreshLevels(grid, sheets);
  const { cells, panel } = sheets;
  const hand = useGridHand(grid, sheets, words);
  const { active, cell } = hand;

  const shut = sheets.device.elsewhere === null ? null : words.onTheDay.elsewhere;
  const code = grid.sheets[active.column]?.contestant.code ?? "";
  return (
    <main id="main" tabIndex={-1} className="grid-page">
      <DemoRibbon demo={demo ? shell.demo : undefined} />
      <IdentityBar
        codeLabel={words.grid.sub}
        code={grid.subcriterion.id}
        of={grid}
        facts={[
          grid.seat === null
            ? { label: words.grid.role, value: words.grid.recorder }
            : { label: words.sheet.seat, value: say(words.grid.rowSeat, { n: grid.seat }) },
          { label: words.grid.works, value: String(grid.sheets.length) },
        ]}
        marking={sheets}
        words={words}
      />
      <div className="grid-way">
        <Tabs
          label={words.grid.subs}
          items={grid.subcriteria.map(({ id, name }) => ({
            to: props.addressOf(id),
            label: `${id} ${name}`,
            active: id === grid.subcriterion.id,
          }))}
        />
        <Row>
          <OfflineCopy drawn={drawn} words={words} />
          <ButtonLink to={props.back.to} variant="quiet" size="small">
            {props.back.label}
          </ButtonLink>
        </Row>
      </div>
      <GridNotices grid={grid} sheets={sheets} words={words} pasted={hand.pasted} onShow={hand.find} />
      {!cell && <EmptyState title={words.grid.none}>{words.grid.noneLead}</EmptyState>}
      {cell && (
        <>
          {props.children}
          <Grid
            caption={say(words.grid.caption, { sub: grid.subcriterion.id })}
            corner={words.grid.corner}
            columns={grid.sheets.map(({ contestant: { id, code: label, status } }) => ({
              key: id,
              label,
              out: status !== "present",
              to: recorder ? undefined : `/judge/sheets/${sheetId(id, grid.subcriterion.id)}`,
            }))}
            rows={rows.map((row) => headOf(row, words, terms))}
            cell={(row, column) => {
              const { contestant } = grid.sheets[column]!;
              const refused = sheets.refused[contestant.id];
              const doubtful = sheets.doubtful[contestant.id];
              const at = hand.cellAt({ row, column })!;
              return drawCell(at, contestant.code, {
                shut,
                grid,
                panel,
                refused,
                doubtful,
                words,
                terms,
                language,
              });
            }}
            active={active}
            onActive={hand.show}
            onType={(text) => hand.type(active, text)}
            onClear={() => sheets.enter(cell, null)}
            onNext={hand.goOn}
            onPaste={hand.paste}
            foot={{ label: words.grid.subtotal, cells: subtotals(grid, cells, words) }}
          />
          <GridKeys words={words} />
          <GridBar
            cell={cell}
            code={code}
            closed={shut ?? closedBecause(cell, grid, panel, words, terms)?.word ?? null}
            refused={sheets.refused[cell.contestantId]?.[cell.place]}
            sheets={sheets}
            rules={grid.rules}
            words={words}
            action={props.actionFor(cell.contestantId)}
            requestId={props.requestId}
            onNext={hand.goOn}
            onDecide={(keeps) =>
              void sheets.decide(cell, keeps).then(() => cell.conflict?.hidden && revalidate())
            }
          />
        </>
      )}
    </main>
  );
}

/** The instant subtotal of each work, as on its sheet. */
function subtotals(
  grid: MarkGrid,
  cells: ReadonlyMap<string, readonly SheetCell[]>,
  words: GridWords,
): ReactNode[] {
  return grid.sheets.map(({ contestant }) => {
    const own = cells.get(contestant.id) ?? [];
    // A recorder's judgement has a row per seat and is one judgement all the same.
    const total = sumUp(
      { contestant, rules: grid.rules },
      own.filter((cell) => (cell.seat ?? 1) === 1),
    );
    const { judgements } = total;
    const saved = own.filter((cell) => cell.closed || cell.saved?.value != null).length;
    return (
      <>
        <b>{saved === 0 ? words.grid.nothing : formatExact(total.marks)}</b>
        <span>{say(words.grid.subtotalSaid, { saved, of: own.length })}</span>
        {judgements.of > 0 && <span>{say(words.grid.subtotalJudged, judgements)}</span>}
      </>
    );
  });
}
