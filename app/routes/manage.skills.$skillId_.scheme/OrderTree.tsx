// The scheme as a list to be put in order: drag a row within its level, or step it up and down; every step is saved at once.
import { Form, useSubmit } from "@remix-run/react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { ButtonLink, Card, classes, Shape } from "#app/kit/index.ts";
import { limitSaid } from "#app/sheet/particulars.ts";
import { type Aspect, isBeside } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { Seen, useSeen } from "./Seen.tsx";
import type { SchemeView } from "./scheme-view.ts";

type Level = "criterion" | "subcriterion" | "aspect";
type Row = {
  readonly level: Level;
  readonly id: string;
  readonly name: string;
  /** The highest mark; beside the maxima what the aspect is. */
  readonly max: string;
  /** The list it stands in, and its place there. */
  readonly under: string;
  readonly at: number;
};

type Props = {
  words: Words["manage"];
  scheme: SchemeView;
  address: string;
  /** The row that was moved last, and which way: its button keeps the focus. */
  moved: { readonly id: string; readonly way: string } | null;
};

export function OrderTree({ words, scheme, address, moved }: Props) {
  const said = words.scheme.order;
  const { terms } = useShell();
  const rows = rowsOf(scheme, terms);
  const drag = useDrag(address);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!moved) return;
    const row = list.current?.querySelector(`[data-id="${CSS.escape(moved.id)}"]`);
    row?.querySelector<HTMLButtonElement>(`[value="step-${moved.way}"]`)?.focus();
  }, [moved]);
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        <ButtonLink to={address} size="small">
          {said.close}
        </ButtonLink>
      }
    >
      <p className="hidden-text" role="status">
        {moved ? say(said.moved, { id: moved.id }) : ""}
      </p>
      <ul className="order-tree" ref={list}>
        {rows.map((row, place) => (
          <OrderRow
            key={row.id}
            row={row}
            said={said}
            isFirst={place === firstOf(rows, row.level)}
            isLast={place === lastOf(rows, row.level)}
            address={address}
            drag={drag}
          />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = {
  row: Row;
  said: Words["manage"]["scheme"]["order"];
  isFirst: boolean;
  isLast: boolean;
  address: string;
  drag: Drag;
};

function OrderRow({ row, said, isFirst, isLast, address, drag }: RowProps) {
  const { id, name, level, max } = row;
  const over = drag.over?.id === id ? drag.over.side : undefined;
  return (
    <li
      data-id={id}
      draggable
      className={classes("order-row", `of-${level}`, over && `drop-${over}`, drag.held?.id === id && "held")}
      {...drag.eventsOf(row)}
    >
      <span className="order-grip" aria-hidden="true">
        ⠿
      </span>
      <span className="order-id numeric">{id}</span>
      <span className="order-name">{name}</span>
      <span className="order-max numeric">{max}</span>
      <Form method="post" action={address} className="order-steps" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <Seen />
        <Step way="up" label={say(said.up, { id, name })} stopped={isFirst} />
        <Step way="down" label={say(said.down, { id, name })} stopped={isLast} />
      </Form>
    </li>
  );
}

function Step({ way, label, stopped }: { way: "up" | "down"; label: string; stopped: boolean }) {
  return (
    <button
      type="submit"
      className="order-step"
      name="intent"
      value={`step-${way}`}
      aria-label={label}
      aria-disabled={stopped || undefined}
      onClick={(event) => stopped && event.preventDefault()}
    >
      <Shape name={way} />
    </button>
  );
}

type Over = { readonly id: string; readonly side: "before" | "after" | "inside" };
type Drag = ReturnType<typeof useDrag>;

/** Dropping on a row of the same level puts before or after it; on the parent, first inside it. */
function useDrag(address: string) {
  const submit = useSubmit();
  const seen = useSeen();
  const [held, setHeld] = useState<Row | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const end = () => {
    setHeld(null);
    setOver(null);
  };
  const eventsOf = (row: Row) => ({
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.id);
      setHeld(row);
    },
    onDragOver: (event: DragEvent) => {
      const side = held && sideOf(held, row, event);
      if (!side) return;
      event.preventDefault();
      setOver({ id: row.id, side });
    },
    onDrop: (event: DragEvent) => {
      const side = held && sideOf(held, row, event);
      if (!held || !side) return;
      event.preventDefault();
      const { under, at } = placeOf(held, row, side);
      submit(
        { intent: "move", id: held.id, under, at: String(at), seen },
        { method: "post", action: address, preventScrollReset: true },
      );
      end();
    },
    onDragEnd: end,
  });
  return { held, over, eventsOf };
}

const parents: Readonly<Record<Level, Level | null>> = {
  criterion: null,
  subcriterion: "criterion",
  aspect: "subcriterion",
};

function sideOf(held: Row, row: Row, event: DragEvent): Over["side"] | null {
  if (held.id === row.id) return null;
  if (row.level === parents[held.level]) return "inside";
  if (row.level !== held.level) return null;
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? "before" : "after";
}

/** `at` counts the others: the held row no longer stands before the place where it came from. */
function placeOf(held: Row, row: Row, side: Over["side"]): { under: string; at: number } {
  if (side === "inside") return { under: row.id, at: 0 };
  const gone = held.under === row.under && held.at < row.at ? 1 : 0;
  return { under: row.under, at: row.at - gone + (side === "after" ? 1 : 0) };
}

const rowsOf = ({ criteria }: SchemeView, terms: Words["terms"]): Row[] =>
  criteria.flatMap((criterion, at): Row[] => [
    { level: "criterion", id: criterion.id, name: criterion.name, max: criterion.held, under: "", at },
    ...criterion.subcriteria.flatMap((sub, place): Row[] => [
      { level: "subcriterion", id: sub.id, name: sub.name, max: sub.held, under: criterion.id, at: place },
      ...sub.aspects.map(
        (aspect, index): Row => ({
          level: "aspect",
          id: aspect.id,
          name: aspect.description,
          max: worthOf(aspect, terms),
          under: sub.id,
          at: index,
        }),
      ),
    ]),
  ]);

function worthOf(aspect: Aspect, terms: Words["terms"]): string {
  if (aspect.kind === "time") return limitSaid(aspect, terms.particulars);
  return isBeside(aspect) ? terms.aspectKind[aspect.kind] : aspect.max;
}

const firstOf = (rows: readonly Row[], level: Level): number => rows.findIndex((row) => row.level === level);
const lastOf = (rows: readonly Row[], level: Level): number =>
  rows.findLastIndex((row) => row.level === level);
