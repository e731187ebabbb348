// Whether this screen hears the server, on every live screen; what is kept on this device is said beside it.
import { Shape, type ShapeName } from "./Shape.tsx";
import { classes } from "./tone.ts";

export type ConnectionState = "live" | "connecting" | "offline";

const shapes: Record<ConnectionState, ShapeName> = { live: "dot", connecting: "dashed", offline: "cross" };

export function ConnectionMark(props: {
  state: ConnectionState;
  label: string;
  pending?: string;
  plain?: boolean;
}) {
  return (
    <p className={classes("connection", props.state, props.plain && "plain")} role="status">
      <Shape name={shapes[props.state]} />
      <span>{props.label}</span>
      {props.pending && <span className="connection-pending">{props.pending}</span>}
    </p>
  );
}
