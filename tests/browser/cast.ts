// Who plays the whole competition: staff of the demonstration by login, and three competitors with names that test a system.
import { type Browser, expect } from "@playwright/test";
import { checkDigit } from "#domain/people/resident-id.ts";
import { enter, type Person } from "./person.ts";

const logins = [
  "zuzhi",
  "guanli",
  "lingdui",
  "jiami",
  "jiandu",
  "caipan1",
  "caipan2",
  "caipan3",
  "caipanzhang",
  "lufen",
  "heshi1",
  "heshi2",
  "renshe",
] as const;
export type Cast = Readonly<Record<(typeof logins)[number], Person>>;

/** Everybody in a browser context of their own. */
export async function gather(browser: Browser): Promise<Cast> {
  const people = await Promise.all(
    logins.map(async (login) => [login, await enter(browser, login)] as const),
  );
  return Object.fromEntries(people) as Cast;
}

const residentId = (n: number): string => {
  const body = `4102022099010${n}00${n}`.padEnd(17, "0").slice(0, 17);
  return body + checkDigit(body);
};
export const competitors = [
  { name: "张𬱖", id: residentId(1) },
  { name: "买买提·艾力", id: residentId(2) },
  { name: "欧阳修远", id: residentId(3) },
] as const;
/** Types a scheme of three kinds of aspects in, sum 100, and locks it. */
export async function typeScheme(zuzhi: Person, skill: string): Promise<void> {
  const scheme = `/manage/skills/${skill}/scheme`;
  await zuzhi.open(`${scheme}?add=criterion`);
  await zuzhi.deed("add-criterion", { name: "操作", max: "100" });
  await zuzhi.open(`${scheme}?add=subcriterion&under=A`);
  await zuzhi.deed("add-subcriterion", { name: "制作", day: "1" });
  const aspects: Record<string, string>[] = [
    { kind: "value", description: "尺寸精度", max: "60", step: "0.5" },
    { kind: "measurement", description: "安全防护齐全", max: "20" },
    {
      kind: "judgement",
      description: "整体美观",
      max: "20",
      level0: "未达要求",
      level1: "达到要求",
      level2: "优于要求",
      level3: "明显优于要求",
    },
  ];
  for (const aspect of aspects) {
    await zuzhi.open(`${scheme}?add=aspect&under=A1`);
    await zuzhi.page.locator(`[name="kind"][value="${aspect.kind}"]`).check();
    await zuzhi.deed("add-aspect", aspect);
  }
  await zuzhi.open(scheme);
  expect(await zuzhi.deed("lock")).toBeLessThan(400);
}
