// npm run bench -- [W2 W3 …] [--quick]: the workloads of the design, each against a floor measured in the same run.
import { cpus, loadavg } from "node:os";
import { runArithmetic } from "./arithmetic/run.ts";
import { runMarks } from "./marks/run.ts";
import { runPages } from "./pages/run.ts";
import { full, type Plan, quick } from "./plan.ts";
import { isVoid, keep, type Report, table } from "./report.ts";
import { runSpectators } from "./spectators/run.ts";
import { type Stage, setStage } from "./stage.ts";

/** A workload asks for the stage only where it needs one: setting it takes a minute. */
type Workload = (plan: Plan, stage: () => Promise<Stage>) => Promise<Report>;
const workloads: Readonly<Record<string, Workload>> = {
  W2: async (plan, set) => runMarks(plan, await set()),
  W3: async (plan, set) => runSpectators(plan, await set()),
  W7: async (plan, set) => runPages(plan, await set()),
  W9: runArithmetic,
};
const planned = ["W1", "W4", "W5", "W6", "W8"];

const asked = process.argv.slice(2).filter((word) => word !== "--quick");
const plan = process.argv.includes("--quick") ? quick : full;
for (const word of asked) if (!(word in workloads)) refuse(word);
/** A quick run without names is the smoke of the marking path. */
const unnamed = plan.quick ? ["W2", "W3", "W9"] : Object.keys(workloads);
const chosen = asked.length > 0 ? asked : unnamed;

function refuse(word: string): never {
  const ready = Object.keys(workloads).join("、");
  const why = planned.includes(word)
    ? `${word} 已在设计中，尚未实现；现有 ${ready}。 ${word} is designed but not built yet.`
    : `没有 ${word} 这个负载；用法：npm run bench -- [${Object.keys(workloads).join(" ")}] [--quick]。 There is no workload ${word}.`;
  console.error(why);
  process.exit(2);
}

let stage: Stage | undefined;
let ending: Promise<void> | undefined;
const end = (): Promise<void> => {
  ending ??= stage?.stop() ?? Promise.resolve();
  return ending;
};
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void end().finally(() => process.exit(130)));

async function set(): Promise<Stage> {
  if (stage) return stage;
  const from = performance.now();
  stage = await setStage(plan.skills, plan.W2.judgesPerSkill);
  console.log(
    `布景 ${((performance.now() - from) / 1000).toFixed(1)} 秒：${plan.skills} 个赛项，${stage.judges.length} 名裁判`,
  );
  return stage;
}

const began = performance.now();
console.log(
  `${plan.quick ? "smoke, not a result（冒烟，非结果）\n" : ""}Node ${process.version}，${cpus().length} 核 ${cpus()[0]?.model}，种子 ${plan.seed}`,
);
try {
  for (const id of chosen) {
    const report = await workloads[id]!(plan, set);
    console.log(`\n${table(report, plan)}\n  ${await keep(report, plan)}`);
    if (isVoid(report)) process.exitCode = 1;
  }
} finally {
  await end();
}
const [busy] = loadavg();
const others = busy! > 1.5 ? "；机器上还有别的工作，时延和吞吐不可引用" : "";
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`\n共 ${seconds} 秒；一分钟平均负载 ${busy!.toFixed(1)}${others}`);
