// The access table of pages: who may open each route, what they find there, and what must not be there even for them.
import { say } from "#words/language.ts";
import { zh } from "#words/zh/index.ts";
import { openRouteRows } from "./open-routes.table.ts";
import { codes, people, type Row, skill } from "./row.ts";
import { visitors } from "./world.ts";

const everySignedIn = visitors.filter((visitor) => visitor !== "public");
const overseers = ["organizer", "supervisor", "chief-judge", "coding-officer", "recorder"] as const;

export const routeRows: Readonly<Record<string, Row>> = {
  ...openRouteRows,
  "routes/sign-in": {
    path: () => "/sign-in",
    open: ["public"],
    shows: () => ['type="password"'],
  },
  "routes/password": { path: () => "/password", open: everySignedIn, shows: () => ['name="nextPassword"'] },
  "routes/set-up.$token": { path: () => "/set-up/unknown", open: [], shows: () => ['name="password"'] },
  "routes/invite.$token": { path: () => "/invite/unknown", open: [], shows: () => ['name="password"'] },
  "routes/judge._index": {
    path: () => "/judge",
    open: ["judge"],
    empty: everySignedIn.filter((visitor) => visitor !== "judge"),
    shows: () => [skill],
    hides: people,
  },
  "routes/judge.next": {
    path: (w) => `/judge/next?skill=${w.ids.coded}`,
    open: ["judge"],
    status: 302,
    shows: () => [],
  },
  "routes/judge.sheets.$sheetId": {
    path: (w) => `/judge/sheets/${w.ids.contestant}~A1`,
    open: ["judge"],
    shows: () => ["R-01", skill],
    hides: people,
  },
  "routes/judge.sheets.$sheetId_.evidence": {
    path: (w) => `/judge/sheets/${w.ids.contestant}~A1/evidence`,
    open: ["judge"],
    status: 302,
    shows: () => [],
  },
  "routes/judge.evidence.$evidenceId": {
    path: (w) => `/judge/evidence/${w.ids.evidence}`,
    open: ["judge", "chief-judge", "recorder"],
    shows: () => ["JFIF"],
    hides: () => ["GPSLatitude", ...people()],
  },
  "routes/judge.sheets.$sheetId_.print": {
    path: (w) => `/judge/sheets/${w.ids.contestant}~A1/print`,
    open: ["judge"],
    shows: () => ["R-01", skill],
    hides: people,
  },
  "routes/judge.panels.$skillId.$subcriterionId": {
    path: (w) => `/judge/panels/${w.ids.coded}/A1`,
    open: ["judge"],
    shows: () => ["R-01", skill],
    hides: people,
  },
  "routes/record._index": {
    path: () => "/record",
    open: ["recorder"],
    shows: () => [skill],
    hides: people,
  },
  "routes/record.$skillId": {
    path: (w) => `/record/${w.ids.coded}?sub=A1`,
    open: ["recorder"],
    shows: () => ["R-01", skill],
    hides: people,
  },
  "routes/judge.skills.$skillId.print": {
    path: (w) => `/judge/skills/${w.ids.coded}/print`,
    open: ["judge"],
    shows: () => ["R-01", skill],
    hides: people,
  },
  "routes/judge.days.$skillId.$day": {
    path: (w) => `/judge/days/${w.ids.coded}/1`,
    open: ["judge"],
    shows: () => ["R-01", skill, zh.judge.signing.signLead],
    hides: people,
  },
  "routes/oversight._index": {
    path: () => "/oversight",
    open: ["chief-judge", "recorder"],
    shows: () => [skill],
    hides: people,
  },
  "routes/oversight.$skillId": {
    path: (w) => `/oversight/${w.ids.coded}`,
    open: ["chief-judge"],
    shows: () => ["R-01", skill, say(zh.floor.wall.said, { compensations: 1, minutes: 14, violations: 1 })],
    hides: people,
  },
  "routes/oversight.$skillId_.codes": {
    path: (w) => `/oversight/${w.ids.coded}/codes`,
    open: ["chief-judge"],
    shows: () => [zh.judge.codeCards.lead],
    hides: people,
  },
  "routes/oversight.$skillId_.confirm": {
    path: (w) => `/oversight/${w.ids.coded}/confirm`,
    open: ["chief-judge", "recorder"],
    shows: () => [zh.judge.confirm.lead],
    hides: people,
  },
  "routes/oversight.$skillId_.days.$day": {
    path: (w) => `/oversight/${w.ids.coded}/days/1`,
    // Still being marked: recorder and supervisor read it once marking is complete.
    open: ["chief-judge"],
    shows: () => ["R-01", skill, zh.judge.signing.seal.how],
    hides: people,
  },
  "routes/oversight.$skillId_.sheets.$sheetId": {
    path: (w) => `/oversight/${w.ids.coded}/sheets/${w.ids.contestant}~A1`,
    open: ["chief-judge"],
    shows: () => ["R-01", skill, "各评分点的进度"],
    hides: people,
  },
  "routes/oversight.$skillId_.recheck": {
    path: (w) => `/oversight/${w.ids.coded}/recheck`,
    open: ["chief-judge", "recorder"],
    shows: () => [zh.judge.recheck.lead],
    hides: people,
  },
  "routes/oversight.$skillId_.rescoring": {
    path: (w) => `/oversight/${w.ids.coded}/rescoring`,
    open: ["chief-judge"],
    shows: () => [zh.judge.rescoring.lead],
    hides: people,
  },
  "routes/oversight.$skillId_.judges": {
    path: (w) => `/oversight/${w.ids.coded}/judges`,
    open: ["chief-judge", "supervisor"],
    shows: () => [zh.judge.statistics.advice, zh.judge.statistics.ownUnitSealed],
    hides: () => ["R-01", ...people()],
  },
  "routes/oversight.$skillId_.rulings": {
    path: (w) => `/oversight/${w.ids.coded}/rulings`,
    open: ["chief-judge"],
    shows: () => [zh.judge.rulings.penalties.lead],
    hides: people,
  },
  "routes/floor._index": {
    path: () => "/floor",
    open: ["floor-judge"],
    empty: ["floor-judge-elsewhere"],
    shows: () => [skill],
    hides: codes,
  },
  "routes/floor.$skillId": {
    path: (w) => `/floor/${w.ids.coded}`,
    open: ["floor-judge"],
    shows: () => [skill, ...people()],
    hides: codes,
  },
  "routes/floor.$skillId_.record": {
    path: (w) => `/floor/${w.ids.coded}/record`,
    open: ["floor-judge"],
    shows: () => [skill, zh.floor.text.incident],
    hides: codes,
  },
  "routes/floor.$skillId_.report": {
    path: (w) => `/floor/${w.ids.coded}/report`,
    open: ["organizer", "supervisor", "floor-judge"],
    shows: () => [skill, ...people(), zh.floor.report.judge],
    hides: codes,
  },
  "routes/desk._index": {
    path: () => "/desk",
    open: overseers,
    empty: ["organizer-elsewhere"],
    shows: () => [skill],
    hides: people,
  },
  "routes/desk.$skillId": {
    path: (w) => `/desk/${w.ids.coded}`,
    open: overseers,
    shows: () => [skill],
    hides: people,
  },
  "routes/desk.$skillId_.protocol": {
    path: (w) => `/desk/${w.ids.notice}/protocol`,
    open: overseers,
    shows: () => ["01-001"],
  },
  "routes/manage._index": {
    path: () => "/manage",
    open: ["organizer", "organizer-elsewhere"],
    shows: () => [zh.manage.editions.create],
  },
  "routes/manage.new": {
    path: () => "/manage/new",
    open: ["organizer", "organizer-elsewhere"],
    shows: () => ['name="host"'],
  },
  "routes/manage.$competitionId": {
    path: (w) => `/manage/${w.ids.competition}`,
    open: ["organizer"],
    shows: () => [skill],
  },
  "routes/manage.$competitionId_.skills[.]csv": {
    path: (w) => `/manage/${w.ids.competition}/skills.csv`,
    open: ["organizer"],
    shows: () => [skill],
  },
  "routes/manage.$competitionId_.delegations": {
    path: (w) => `/manage/${w.ids.earlier}/delegations`,
    open: ["organizer"],
    shows: () => ["龙亭区代表队", zh.manage.reports.coaches.title],
  },
  "routes/manage.$competitionId_.competitor-results[.]csv": {
    path: (w) => `/manage/${w.ids.earlier}/competitor-results.csv`,
    open: ["organizer"],
    shows: () => ["01-001", "龙亭区代表队"],
    hides: () => ["R-01"],
  },
  "routes/manage.$competitionId_.best-of-delegation[.]csv": {
    path: (w) => `/manage/${w.ids.earlier}/best-of-delegation.csv`,
    open: ["organizer"],
    // Whoever the draw left absent has no best.
    shows: () => ["中式面点师"],
    hides: () => ["R-01"],
  },
  "routes/manage.skills.$skillId_.mark-summary[.]csv": {
    path: (w) => `/manage/skills/${w.ids.published}/mark-summary.csv`,
    open: ["organizer"],
    shows: () => ["01-001", "01-012"],
    hides: () => ["R-01"],
  },
  "routes/manage.skills.$skillId_.standards[.]csv": {
    path: (w) => `/manage/skills/${w.ids.published}/standards.csv`,
    open: ["organizer"],
    shows: () => ["01-001", "01-012"],
    hides: () => ["R-01"],
  },
  "routes/manage.$competitionId_.rule-sets": {
    path: (w) => `/manage/${w.ids.competition}/rule-sets`,
    open: ["organizer"],
    shows: () => [zh.manage.ruleSets.create],
  },
  "routes/manage.$competitionId_.registrations": {
    path: (w) => `/manage/${w.ids.competition}/registrations?state=submitted`,
    open: ["organizer"],
    shows: () => ["演示单位"],
  },
  "routes/manage.skills.$skillId": {
    path: (w) => `/manage/skills/${w.ids.setUp}`,
    open: ["organizer"],
    shows: () => ["汴绣"],
  },
  "routes/manage.skills.$skillId_.scheme[.]xlsx": {
    path: (w) => `/manage/skills/${w.ids.coded}/scheme.xlsx`,
    open: ["organizer", "chief-judge"],
    // Its scheme holds kinds of aspects that CIS does not have.
    status: 409,
    shows: () => ["不能导出为 CIS 工作簿"],
  },
  "routes/manage.skills.$skillId_.scheme": {
    path: (w) => `/manage/skills/${w.ids.setUp}/scheme`,
    open: ["organizer", "chief-judge"],
    shows: () => ["工艺准备"],
  },
  "routes/delegation._index": {
    path: () => "/delegation",
    open: ["delegation-leader"],
    shows: () => ["龙亭区代表队"],
  },
  "routes/delegation.$delegationId": {
    path: (w) => `/delegation/${w.ids.delegation}`,
    open: ["delegation-leader"],
    shows: () => ["演示单位"],
  },
  "routes/accounts": { path: () => "/accounts", open: ["administrator"], shows: () => ["heshi2"] },
  "routes/hr._index": { path: () => "/hr", open: ["hr-officer"], shows: () => ['name="purpose"'] },
  "routes/hr.awards": {
    path: () => "/hr/awards",
    open: ["hr-officer", "award-verifier"],
    shows: () => ["第47届世界技能大赛"],
  },
  "routes/hr.policy": {
    path: () => "/hr/policy",
    open: ["hr-officer", "award-verifier"],
    shows: () => ["纳入事业单位招聘"],
  },
  "routes/me": { path: () => "/me", open: ["competitor"], shows: () => ["焊工"] },
};
