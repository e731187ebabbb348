// The floor of two skills of the demonstration: one being marked, with records; one drawn, where people are still arriving.
import { randomUUID } from "node:crypto";
import { must } from "./cast.ts";
import type { Stage } from "./play.ts";

const attended: Readonly<Record<string, { readonly arrived: number; readonly records: boolean }>> = {
  网站设计与开发: { arrived: 10, records: true },
  养老护理员: { arrived: 4, records: false },
};

/** Where the skill is one of the two: a floor judge, check-ins, time given back and a proposed penalty. */
export async function attendFloor(
  { house, services, company }: Stage,
  skillId: string,
  trade: string,
): Promise<void> {
  const plan = attended[trade];
  if (!plan) return;
  await company.grant("xianchang", "floor-judge", { skillId });
  const judge = await company.permit(house, "xianchang", "floor.record", { skillId });
  const { floor } = services;
  const { entrants } = await floor.readFloor(judge);
  for (const { registrationId } of entrants.slice(0, plan.arrived))
    must(await floor.checkIn(judge, registrationId));
  if (!plan.records) return;
  must(
    await floor.addRecord(judge, {
      id: randomUUID(),
      kind: "compensation",
      registrationId: entrants[2]!.registrationId,
      minutes: 14,
      text: "机位电脑蓝屏，更换备用机并恢复素材后继续。",
    }),
  );
  must(
    await floor.addRecord(judge, {
      id: randomUUID(),
      kind: "violation",
      registrationId: entrants[6]!.registrationId,
      penalty: { level: "total", amount: "2.00" },
      text: "竞赛开始前未经允许打开素材包，经提醒后停止。",
    }),
  );
}
