// The access table of what everybody may open: pages, files and addresses for machines.
import { say } from "#words/language.ts";
import { zh } from "#words/zh/index.ts";
import { marks, type Row, skill } from "./row.ts";

export const openRouteRows: Readonly<Record<string, Row>> = {
  "routes/_index": { path: () => "/", open: "everybody", shows: () => ["职业技能竞赛"] },
  "routes/competitions.$competitionId": {
    path: (w) => `/competitions/${w.ids.competition}`,
    open: "everybody",
    shows: () => [skill],
    hides: marks,
  },
  "routes/competitions.$competitionId_.delegations": {
    path: (w) => `/competitions/${w.ids.earlier}/delegations`,
    open: "everybody",
    shows: () => ["龙亭区代表队", say(zh.open.ranking.published, { n: 1, of: 1 })],
  },
  "routes/skills.$skillId": {
    path: (w) => `/skills/${w.ids.coded}`,
    open: "everybody",
    shows: () => [skill],
    hides: marks,
  },
  "routes/skills.$skillId_.board": {
    path: (w) => `/skills/${w.ids.coded}/board`,
    open: "everybody",
    shows: () => [skill],
    hides: marks,
  },
  "routes/skills.$skillId.results[.]csv": {
    path: (w) => `/skills/${w.ids.notice}/results.csv`,
    open: "everybody",
    shows: () => ["01-001"],
  },
  "routes/skills.$skillId.bundle[.]json": {
    path: (w) => `/skills/${w.ids.published}/bundle.json`,
    open: "everybody",
    shows: () => ['"format":"biansai-bundle/1"'],
    hides: () => ["01-001"],
  },
  "routes/api.skills.$skillId.standings[.]json": {
    path: (w) => `/api/skills/${w.ids.notice}/standings.json`,
    open: "everybody",
    shows: () => ['"finality":"notice"'],
  },
  "routes/hall.$competitionId": {
    path: (w) => `/hall/${w.ids.competition}`,
    open: "everybody",
    shows: () => [skill],
    hides: marks,
  },
  "routes/check": { path: () => "/check", open: "everybody", shows: () => ["证书"] },
  "routes/demo": { path: () => "/demo", open: "everybody", shows: () => ["演示向导"] },
  "routes/sign-out": { path: () => "/sign-out", open: "everybody", status: 302, shows: () => [] },
  "routes/language": { path: () => "/language", open: "everybody", status: 302, shows: () => [] },
  "routes/$": { path: () => "/no-such-page", open: "everybody", status: 404, shows: () => ["没有找到"] },

  "routes/judge.messages.$messageId": {
    path: (w) => `/judge/messages/${w.ids.coded}`,
    open: "everybody",
    status: 302,
    shows: () => [],
  },
  "routes/judge.who": { path: () => "/judge/who", open: "everybody", shows: () => ['"login"'] },
};
