// The access table of pages: who may open each route, what they find there, and what must not be there even for them.
import type { VisitorName, World } from "./world.ts";

export type Row = {
  readonly path: (world: World) => string;
  readonly open: "everybody" | readonly VisitorName[];
  /** Status of an allowed visit, 200 unless told. */
  readonly status?: number;
  /** Texts an allowed visitor finds, and that are absent from every refusal. */
  readonly shows: (world: World) => readonly string[];
  /** Texts that nobody finds here, allowed or not. */
  readonly hides?: (world: World) => readonly string[];
};

const nothing = (): readonly string[] => [];
/** What would name a coded competitor: delegation, unit, competition number. */
const names = (): readonly string[] => ["代表队", "演示单位", "05-00"];
const staff: readonly VisitorName[] = ["organizer", "supervisor", "chief-judge", "coding-officer"];
const signedIn: readonly VisitorName[] = [
  "administrator",
  "organizer",
  "delegation-leader",
  "coding-officer",
  "supervisor",
  "judge",
  "chief-judge",
  "recorder",
  "award-verifier",
  "hr-officer",
  "competitor",
  "judge-elsewhere",
  "leader-elsewhere",
  "organizer-elsewhere",
];

export const routeRows: Readonly<Record<string, Row>> = {
  "routes/_index": { path: () => "/", open: "everybody", shows: () => ["演示"], hides: () => ["作废"] },
  "routes/competitions.$competitionId": {
    path: (w) => `/competitions/${w.ids.competition}`,
    open: "everybody",
    shows: () => ["网站设计与开发"],
  },
  "routes/skills.$skillId": {
    path: (w) => `/skills/${w.ids.coded}`,
    open: "everybody",
    shows: () => ["网站设计与开发"],
    hides: () => ["R-01", "演示单位"],
  },
  "routes/skills.$skillId_.board": {
    path: (w) => `/skills/${w.ids.coded}/board`,
    open: "everybody",
    shows: () => ["网站设计与开发"],
    hides: () => ["R-01", "演示单位"],
  },
  "routes/hall.$competitionId": {
    path: (w) => `/hall/${w.ids.competition}`,
    open: "everybody",
    shows: () => ["网站设计与开发"],
    hides: () => ["R-01", "演示单位"],
  },
  "routes/check": { path: () => "/check", open: "everybody", shows: () => ["证书"] },
  "routes/demo": { path: () => "/demo", open: "everybody", shows: () => ["演示"] },
  "routes/sign-in": { path: () => "/sign-in", open: ["public"], shows: () => ["密码"] },
};
void nothing;
void names;
void staff;
void signedIn;
