// A question in the way of the page. Until the page is alive it is a <details> that opens in place, so the
// question can be read and answered without JavaScript; afterwards it is the browser's own modal dialog.
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, type ButtonLook, buttonClass } from "./Button.tsx";
import { Shape } from "./Shape.tsx";
import { classes } from "./tone.ts";
import { useKitWords } from "./words.tsx";

export type DialogProps = {
  trigger: ReactNode;
  triggerVariant?: ButtonLook["variant"];
  triggerSize?: ButtonLook["size"];
  title: ReactNode;
  tone?: "cinnabar";
  wide?: boolean;
  blocked?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
};

export function Dialog(props: DialogProps) {
  const words = useKitWords();
  const box = useRef<HTMLDialogElement>(null);
  const named = useId();
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const close = () => box.current?.close();
  const look = { variant: props.triggerVariant, size: props.triggerSize };
  const inside = typeof props.children === "function" ? props.children(close) : props.children;

  if (props.blocked) {
    return (
      <Button {...look} blocked={props.blocked}>
        {props.trigger}
      </Button>
    );
  }
  if (!alive) {
    return (
      <details className="dialog-still">
        <summary className={buttonClass(look)}>{props.trigger}</summary>
        <section className={classes("dialog-box", props.tone)}>
          <h2>{props.title}</h2>
          {inside}
        </section>
      </details>
    );
  }
  return (
    <>
      <Button {...look} aria-haspopup="dialog" onClick={() => box.current?.showModal()}>
        {props.trigger}
      </Button>
      <dialog
        ref={box}
        className={classes("dialog", props.wide && "wide", props.tone)}
        aria-labelledby={named}
      >
        <div className="dialog-head">
          <h2 id={named}>{props.title}</h2>
          <button type="button" className="dialog-close" aria-label={words.close} onClick={close}>
            <Shape name="cross" />
          </button>
        </div>
        {inside}
      </dialog>
    </>
  );
}
