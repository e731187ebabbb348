// What one row of the access tables says, and what pages must not tell.
import type { VisitorName, World } from "./world.ts";

export type Row = {
  readonly path: (world: World) => string;
  readonly open: "everybody" | readonly VisitorName[];
  /** Who may open the page and finds nothing of it there, because nothing of it is theirs. */
  readonly empty?: readonly VisitorName[];
  /** Status of an allowed visit, 200 unless told. */
  readonly status?: number;
  /** Texts an allowed visitor finds, and that are absent from every refusal. */
  readonly shows: (world: World) => readonly string[];
  /** Texts that nobody finds here, allowed or not. */
  readonly hides?: (world: World) => readonly string[];
};

export const skill = "网站设计与开发";
/** What would tell who stands behind a code: a unit, a delegation's entry, a competition number of the coded skill. */
export const people = (): readonly string[] => ["演示单位", "05-001", "05-012"];
/** A code of the coded skill and the marks beside it, for pages that the public opens. */
export const marks = (): readonly string[] => ["R-01", ...people()];
/** What tells a work from a person: no page that names people holds it before decoding. */
export const codes = (w: World): readonly string[] => ["R-01", "R-12", w.ids.contestant];
