// A place to write one's name with a finger, a pen or the mouse. Nobody has to: the form is as good without it, so whoever
// works by keyboard or without JavaScript passes it by.
import { type PointerEvent, useEffect, useId, useRef, useState } from "react";
import { drawnLimits } from "#domain/results/drawn.ts";
import { Button } from "./Button.tsx";

export type SignaturePadWords = {
  readonly label: string;
  readonly hint: string;
  readonly clear: string;
  readonly empty: string;
  readonly drawn: string;
};

const size = { width: 840, height: 260 } as const;
const stroke = 5;
type Point = { readonly x: number; readonly y: number };

/** Posts a PNG data URL under `name`, empty while nothing is drawn. */
export function SignaturePad({ name, words }: { name: string; words: SignaturePadWords }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point | null>(null);
  const [picture, setPicture] = useState("");
  const [alive, setAlive] = useState(false);
  const named = useId();
  useEffect(() => setAlive(true), []);
  if (!alive) return null;

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = place(event);
    line(event.currentTarget, last.current, last.current);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!last.current) return;
    const here = place(event);
    line(event.currentTarget, last.current, here);
    last.current = here;
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!last.current) return;
    last.current = null;
    setPicture(pictureOf(event.currentTarget));
  };
  const clear = () => {
    canvas.current?.getContext("2d")?.clearRect(0, 0, size.width, size.height);
    setPicture("");
  };
  return (
    <fieldset className="field signature-pad" aria-describedby={`${named}-hint`}>
      <legend className="field-label">{words.label}</legend>
      <p className="field-hint" id={`${named}-hint`}>
        {words.hint}
      </p>
      <canvas
        ref={canvas}
        {...size}
        role="img"
        aria-label={picture ? words.drawn : words.empty}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className="row between">
        <span className="field-hint" role="status">
          {picture ? words.drawn : words.empty}
        </span>
        <Button variant="quiet" onClick={clear}>
          {words.clear}
        </Button>
      </div>
      <input type="hidden" name={name} value={picture} />
    </fieldset>
  );
}

/** Where the pen is, in the pixels of the picture. */
function place({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point {
  const box = currentTarget.getBoundingClientRect();
  return {
    x: ((clientX - box.left) * size.width) / box.width,
    y: ((clientY - box.top) * size.height) / box.height,
  };
}

function line(canvas: HTMLCanvasElement, from: Point, to: Point): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.lineWidth = stroke;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

/** The picture as drawn; one with so many strokes that it is too large for the server is taken at half the size. */
function pictureOf(canvas: HTMLCanvasElement): string {
  const whole = canvas.toDataURL("image/png");
  if (whole.length <= drawnLimits.bytes) return whole;
  const half = document.createElement("canvas");
  half.width = size.width / 2;
  half.height = size.height / 2;
  half.getContext("2d")?.drawImage(canvas, 0, 0, half.width, half.height);
  return half.toDataURL("image/png");
}
