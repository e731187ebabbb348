// Buttons and the links that look like them. A blocked one stays reachable and says what blocks it.
import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import { classes } from "./tone.ts";
import { useKitWords } from "./words.tsx";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "normal" | "small" | "large";
  wide?: boolean;
  /** Why this cannot be done now; drawn dashed as 「label · reason」. */
  blocked?: string;
};

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & ButtonLook & { pending?: boolean };

export function buttonClass(look: ButtonLook, more?: string): string {
  const size = look.size && look.size !== "normal" ? look.size : undefined;
  return classes(
    "button",
    look.blocked ? "blocked" : (look.variant ?? "secondary"),
    size,
    look.wide && "wide",
    more,
  );
}

export function Button({
  variant,
  size,
  wide,
  blocked,
  pending,
  className,
  children,
  ...native
}: ButtonProps) {
  const held = blocked !== undefined || pending === true;
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (held) event.preventDefault();
    else native.onClick?.(event);
  };
  return (
    <button
      {...native}
      type={blocked ? "button" : (native.type ?? "button")}
      className={buttonClass({ variant, size, wide, blocked }, className)}
      aria-disabled={held || undefined}
      onClick={onClick}
    >
      {pending && <span className="spinner" aria-hidden="true" />}
      <ButtonWords blocked={blocked}>{children}</ButtonWords>
    </button>
  );
}

export function SubmitButton({
  pending,
  pendingLabel,
  children,
  ...rest
}: Omit<ButtonProps, "type"> & { pendingLabel?: string }) {
  const words = useKitWords();
  const submitting = useSubmitting(rest.name, rest.value);
  const waiting = pending ?? submitting;
  return (
    <Button variant="primary" {...rest} type="submit" pending={waiting}>
      {waiting ? (pendingLabel ?? words.working) : children}
    </Button>
  );
}

export type ButtonLinkProps = LinkProps & ButtonLook;

export function ButtonLink({ variant, size, wide, blocked, className, children, ...link }: ButtonLinkProps) {
  const look = buttonClass({ variant, size, wide, blocked }, className);
  if (blocked) {
    return (
      <span className={look}>
        <ButtonWords blocked={blocked}>{children}</ButtonWords>
      </span>
    );
  }
  return (
    <Link {...link} className={look}>
      {children}
    </Link>
  );
}

export function TextLink({ className, ...link }: LinkProps) {
  return <Link {...link} className={classes("text-link", className)} />;
}

export function Actions({ end, children }: { end?: boolean; children: ReactNode }) {
  return <div className={classes("actions", end && "end")}>{children}</div>;
}

function ButtonWords({ blocked, children }: { blocked?: string; children: ReactNode }) {
  if (!blocked) return <>{children}</>;
  return (
    <span>
      {children} · {blocked}
    </span>
  );
}

/** True while a form is on its way that this button sent: the one with its name and value, or, unnamed, any post. */
function useSubmitting(name?: string, value?: ButtonProps["value"]): boolean {
  const { state, formData } = useNavigation();
  if (state === "idle" || !formData) return false;
  return name ? formData.get(name) === String(value ?? "") : true;
}
