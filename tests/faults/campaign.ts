// npm run faults -- [F1 F7 …] [--quick]: plays every fault against the product and every control against a product with one
// guard removed. Exit code 1 when a fault loses something, or when a control does not: then the campaign sees nothing.
import { setStage } from "../bench/stage.ts";
import { controls, faults, play, type Result } from "./faults.ts";
import { type FaultId, faultIds, full, quick } from "./plan.ts";
import { header, line } from "./report.ts";

const asked = process.argv.slice(2).filter((word) => word !== "--quick");
const unknown = asked.find((word) => !(faultIds as readonly string[]).includes(word));
if (unknown) {
  console.error(
    `没有 ${unknown} 这个故障；用法：npm run faults -- [${faultIds.join(" ")}] [--quick]。 There is no fault ${unknown}.`,
  );
  process.exit(2);
}
const plan = process.argv.includes("--quick") ? quick : full;
const chosen: readonly FaultId[] = asked.length > 0 ? (asked as FaultId[]) : faultIds;
const judgesPerSkill = 10;

const began = performance.now();
console.log(
  `故障演练（${plan === quick ? "快速" : "完整"}），Node ${process.version}，种子 ${plan.seed}，20 名裁判`,
);
const stage = await setStage(2, judgesPerSkill);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stage.stop().finally(() => process.exit(130)));
try {
  console.log(header);
  const tell = (result: Result): void => {
    console.log(line(result));
    if (!result.asExpected) process.exitCode = 1;
  };
  for (const id of chosen) tell(await play(stage, faults[id], plan[id], plan.seed));
  for (const one of controls.filter(({ of }) => chosen.includes(of)))
    tell(await play(stage, one, one.counts, plan.seed));
} finally {
  await stage.stop();
}
console.log(
  `共 ${((performance.now() - began) / 1000).toFixed(0)} 秒：${process.exitCode === 1 ? "有故障丢了东西，或有对照没有失败" : "全部故障不丢不重，全部对照如期失败"}。`,
);
