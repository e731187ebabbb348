// npm run replay: enters a real or generated cohort through the product's own doors and reads the standings back.
import { appendFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { finish, type Standing } from "../rehearsal/finish.ts";
import { type Acknowledged, connectJudge, enterAll, pacer } from "../rehearsal/judges.ts";
import { generate, type PlannedSkill, readCohort } from "../rehearsal/plan.ts";
import { type StagedSkill, setUp } from "../rehearsal/stage.ts";

const usage = `用法：npm run replay -- --scheme FILE --marks FILE [--absent ID,…] [--judges N] [--rate N] [--url URL] --out FILE.json
      npm run replay -- --generate 60x12 [--judges N] [--rate N] [--url URL] --out FILE.json`;

const { values: given } = parseArgs({
  options: {
    scheme: { type: "string" },
    marks: { type: "string" },
    absent: { type: "string", default: "" },
    judges: { type: "string", default: "3" },
    rate: { type: "string" },
    url: { type: "string", default: "http://localhost:3000" },
    out: { type: "string" },
    generate: { type: "string" },
    /** A file that gets a line for every acknowledgement the moment it arrives. */
    acks: { type: "string" },
  },
});

try {
  if (!given.out) throw new Error(usage);
  const url = given.url.replace(/\/$/, "");
  const plans = await readPlans();
  const { crew, skills } = await setUp(url, plans, Number(given.judges));
  console.log(
    `已建立 ${skills.length} 个赛项，开始录入 ${plans.reduce((sum, plan) => sum + plan.marks.length, 0)} 个评分。`,
  );
  const acks = await enterMarks(
    url,
    crew.judges.map((judge) => judge.cookie),
    skills,
  );
  const standings: (Standing & { skill?: string })[] = [];
  for (const skill of skills) {
    const rows = await finish(url, crew, skill);
    standings.push(...(skills.length > 1 ? rows.map((row) => ({ skill: skill.plan.name, ...row })) : rows));
  }
  const ms = acks.map((ack) => ack.ms).sort((a, b) => a - b);
  const report = {
    marks: plans.reduce((sum, plan) => sum + plan.marks.length, 0),
    acked: acks.length,
    duplicates: acks.filter((ack) => ack.version !== 1).length,
    ackMs: { p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) },
    standings,
  };
  await writeFile(given.out, `${JSON.stringify(report, null, 1)}\n`);
  console.log(
    `录入 ${report.marks}，确认 ${report.acked}，重复 ${report.duplicates}，p99 ${report.ackMs.p99} 毫秒。`,
  );
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function readPlans(): Promise<PlannedSkill[]> {
  if (given.generate) {
    const size = /^(\d{1,3})x(\d{1,3})$/.exec(given.generate);
    if (!size) throw new Error(usage);
    return generate(Number(size[1]), Number(size[2]));
  }
  if (!given.scheme || !given.marks) throw new Error(usage);
  return [await readCohort(given.scheme, given.marks, given.absent.split(",").filter(Boolean))];
}

/** Every judge takes every n-th competitor of each skill; all judges work at once. */
async function enterMarks(
  url: string,
  cookies: readonly string[],
  skills: readonly StagedSkill[],
): Promise<Acknowledged[]> {
  const acks: Acknowledged[] = [];
  const pace = pacer(given.rate ? Number(given.rate) : undefined);
  const log: Promise<void>[] = [];
  const work = cookies.map(async (cookie, judge) => {
    const socket = connectJudge(url, cookie);
    for (const skill of skills) {
      const own = new Set(skill.plan.competitors.filter((_, n) => n % cookies.length === judge));
      const marks = skill.plan.marks.filter((mark) => own.has(mark.competitor));
      const commands = marks.map(({ competitor, aspectId, value }) => ({
        contestantId: skill.contestants.get(competitor)!.id,
        aspectId,
        value,
      }));
      await enterAll(socket, commands, pace, (ack) => {
        acks.push(ack);
        if (given.acks)
          log.push(appendFile(given.acks, `${JSON.stringify({ ...ack.command, version: ack.version })}\n`));
      });
    }
    socket.close();
  });
  await Promise.all(work);
  await Promise.all(log);
  return acks;
}

function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(value * 10) / 10;
}
