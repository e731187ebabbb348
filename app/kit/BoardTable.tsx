// Standings, for the page and for the hall. A row that changes place slides there, so the eye sees who moved.
import { Link } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { type Medal, MedalMark } from "./Badge.tsx";
import { Shape } from "./Shape.tsx";
import { useSlidingRows } from "./sliding-rows.ts";
import { classes } from "./tone.ts";

export type BoardRow = {
  key: string;
  rank: string;
  code?: string;
  name?: string;
  organization?: string;
  total: string | null;
  /** Places gained since the last standing; negative when lost. */
  move?: number;
  /** The same in words, for those who do not see the arrow. */
  moveLabel?: string;
  medal?: Medal;
  medalLabel?: string;
  note?: ReactNode;
  to?: string;
  cells?: readonly ReactNode[];
};

export function BoardTable(props: {
  caption: string;
  size?: "page" | "hall";
  heads: { rank: string; who: string; total: string; move?: string };
  extraHeads?: readonly string[];
  rows: readonly BoardRow[];
  empty?: ReactNode;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  useSlidingRows(body, props.rows.map((row) => row.key).join(" "));
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  const moving = props.heads.move !== undefined || props.rows.some((row) => row.move);
  return (
    <table className={classes("board", props.size === "hall" && "hall-size")}>
      <caption className="hidden-text">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="board-rank">
            {props.heads.rank}
          </th>
          <th scope="col">{props.heads.who}</th>
          {props.extraHeads?.map((head) => (
            <th key={head} scope="col" className="board-extra">
              {head}
            </th>
          ))}
          {moving && (
            <th scope="col" className="board-move">
              <span className="hidden-text">{props.heads.move}</span>
            </th>
          )}
          <th scope="col" className="board-total">
            {props.heads.total}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {props.rows.map((row) => (
          <tr key={row.key} data-row={row.key} className={row.medal}>
            <td className="board-rank">{row.rank}</td>
            <th scope="row">
              <BoardWho row={row} />
            </th>
            {row.cells?.map((cell, index) => (
              <td key={index} className="board-extra" data-label={props.extraHeads?.[index]}>
                {cell}
              </td>
            ))}
            {moving && (
              <td className="board-move">
                {row.move ? <BoardMove move={row.move} label={row.moveLabel} /> : null}
              </td>
            )}
            <td className="board-total">{row.total ?? "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BoardWho({ row }: { row: BoardRow }) {
  const names = (
    <>
      {row.code && <span className="board-code">{row.code}</span>}
      {row.name && <span className="board-name">{row.name}</span>}
    </>
  );
  return (
    <>
      <span className="board-who">
        {row.to ? <Link to={row.to}>{names}</Link> : names}
        {row.medal && row.medalLabel && <MedalMark medal={row.medal} label={row.medalLabel} />}
      </span>
      {row.organization && <span className="board-from">{row.organization}</span>}
      {row.note && <span className="board-note">{row.note}</span>}
    </>
  );
}

function BoardMove({ move, label }: { move: number; label?: string }) {
  return (
    <span className={move > 0 ? "up" : "down"}>
      <Shape name={move > 0 ? "up" : "down"} />
      <span aria-hidden={label ? true : undefined}>{Math.abs(move)}</span>
      {label && <span className="hidden-text">{label}</span>}
    </span>
  );
}
