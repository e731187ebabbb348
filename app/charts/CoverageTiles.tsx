// The counties as tiles: when each held its competition, late, or not yet. The words carry the state;
// the ground and the edge repeat it.
import { Link } from "@remix-run/react";

export type CoverageTile = {
  key: string;
  name: string;
  detail: string;
  state: "held" | "late" | "missing" | "planned";
  stateLabel: string;
  to?: string;
};

export function CoverageTiles(props: { label: string; tiles: readonly CoverageTile[] }) {
  return (
    <ul className="tiles" aria-label={props.label}>
      {props.tiles.map((tile) => {
        const inside = (
          <>
            <span>{tile.name}</span>
            <span className="tile-detail">{tile.detail}</span>
            <span className="hidden-text">{tile.stateLabel}</span>
          </>
        );
        return (
          <li key={tile.key} className={tile.state} title={tile.stateLabel}>
            {tile.to ? <Link to={tile.to}>{inside}</Link> : <span className="tile">{inside}</span>}
          </li>
        );
      })}
    </ul>
  );
}
