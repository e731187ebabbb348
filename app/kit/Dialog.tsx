// A question in the way of the page. Until the page is alive it is a <details> that opens in place, so the
// question can be read and answered without JavaScript; afterwards it is the browser's own modal dialog.
import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
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
  /** The page is drawn with the question open: its answer was refused. */
  open?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
};

export function Dialog(props: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
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
      <details className="dialog-still" open={props.open}>
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
      <Modal {...props} box={box} close={close}>
        {inside}
      </Modal>
    </>
  );
}

type ModalProps = Pick<DialogProps, "title" | "tone" | "wide" | "open"> & {
  box: RefObject<HTMLDialogElement>;
  close: () => void;
  children: ReactNode;
};

function Modal({ title, tone, wide, open, box, close, children }: ModalProps) {
  const words = useKitWords();
  const named = useId();
  // Before the effects of what stands inside: a field can take the focus only in a dialog that is open.
  useLayoutEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
  }, [open, box]);
  return (
    <dialog ref={box} className={classes("dialog", wide && "wide", tone)} aria-labelledby={named}>
      <div className="dialog-head">
        <h2 id={named}>{title}</h2>
        <button type="button" className="dialog-close" aria-label={words.close} onClick={close}>
          <Shape name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
