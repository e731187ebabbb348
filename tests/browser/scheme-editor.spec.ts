// Typing a scheme in: one aspect of every kind by keyboard alone, and nothing stands against locking it; a change keeps what stood.
import { expect, type Page, test } from "@playwright/test";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { AspectContent } from "#domain/schemes/scheme-form.ts";
import { enter as visit } from "#server/rehearsal/visitor.ts";
import { expectClean } from "./axe.ts";
import { addSkill } from "./new-skill.ts";
import { enter } from "./person.ts";

/** The kinds in the order of the form; the arrow key walks them. */
const order = ["measurement", "judgement", "value", "deduction", "trimmed", "veto", "time"] as const;
const ways = ["full", "bands", "share", "list"] as const;
type Typed = {
  readonly kind: (typeof order)[number];
  /** What is typed field by field from the description on; "" passes a field by, a number walks as many choices. */
  readonly fields: readonly (string | number)[];
  readonly expected: AspectContent;
};
const levels: [string, string, string, string] = ["未达到", "达到", "部分优于", "明显优于"];

/** Description, maximum and what stands in its row, standards section, requirement, then the groups of the kind. */
const aspects: readonly Typed[] = [
  {
    kind: "measurement",
    fields: ["无裂纹", "10", "", "", 0],
    expected: { kind: "measurement", description: "无裂纹", max: "10.00" },
  },
  {
    kind: "measurement",
    fields: ["孔径", "10", "", "", 1, "40.00", "mm", "0.02", "10", "0.04", "5"],
    expected: {
      kind: "measurement",
      description: "孔径",
      max: "10.00",
      how: {
        by: "bands",
        nominal: "40.00",
        unit: "mm",
        bands: [
          { within: "0.02", mark: "10.00" },
          { within: "0.04", mark: "5.00" },
        ],
      },
    },
  },
  {
    kind: "measurement",
    fields: ["完成件数", "10", "", "", 2, "3"],
    expected: {
      kind: "measurement",
      description: "完成件数",
      max: "10.00",
      how: { by: "share", of: 3 },
    },
  },
  {
    kind: "measurement",
    fields: ["熟练程度", "10", "", "", 3, "10，9、8"],
    expected: {
      kind: "measurement",
      description: "熟练程度",
      max: "10.00",
      how: { by: "list", marks: ["10.00", "9.00", "8.00"] },
    },
  },
  {
    kind: "judgement",
    fields: ["造型", "20", "", "", ...levels],
    expected: { kind: "judgement", description: "造型", max: "20.00", levels },
  },
  {
    kind: "value",
    fields: ["余高", "10", "0.5"],
    expected: { kind: "value", description: "余高", max: "10.00", step: "0.50" },
  },
  {
    kind: "deduction",
    fields: ["气孔", "10", "2.5"],
    expected: { kind: "deduction", description: "气孔", max: "10.00", perFault: "2.50" },
  },
  {
    kind: "trimmed",
    fields: ["艺术表现", "20", "0.25", "10"],
    expected: {
      kind: "trimmed",
      description: "艺术表现",
      max: "20.00",
      step: "0.25",
      scale: "10.00",
    },
  },
  {
    kind: "veto",
    fields: ["严重违反安全规程", "59"],
    expected: { kind: "veto", description: "严重违反安全规程", max: "0.00", cap: "59.00" },
  },
  {
    kind: "time",
    fields: ["用时", "", "", "2:30", "60", "10", "1", "3", "10", "1"],
    expected: {
      kind: "time",
      description: "用时",
      max: "0.00",
      limit: "150.00",
      counting: "complete",
      early: { every: "10.00", marks: "1.00", most: "3.00" },
      late: { every: "10.00", marks: "1.00" },
      voidAfter: "60.00",
    },
  },
];

async function typeAspect(page: Page, { kind, fields }: Typed): Promise<void> {
  await page.locator('[name="kind"]:checked').focus();
  for (let step = 0; step < order.indexOf(kind); step += 1) await page.keyboard.press("ArrowDown");
  await expect(page.locator('[name="kind"]:checked')).toHaveValue(kind);
  for (const field of fields) {
    await page.keyboard.press("Tab");
    if (typeof field === "string") await page.keyboard.type(field);
    else {
      for (let step = 0; step < field; step += 1) await page.keyboard.press("ArrowDown");
      await expect(page.locator('[name="by"]:checked')).toHaveValue(ways[field]!);
    }
  }
  // In a long text Enter is a new line: the button is one key further.
  if (kind === "judgement") await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

const contentOf = async (base: string, scheme: string): Promise<Omit<Aspect, "id">[]> => {
  type Tree = { scheme: { criteria: { subcriteria: { aspects: Aspect[] }[] }[] } };
  const read = await (await visit(base, "zuzhi")).read<Tree>(scheme);
  return read.scheme.criteria[0]!.subcriteria[0]!.aspects.map(({ id: _, ...content }) => content);
};

test("every kind of aspect is made by keyboard, none is a problem, and a change keeps what stood", async ({
  browser,
  baseURL,
}) => {
  const scheme = `${await addSkill(baseURL!)}/scheme`;
  const zuzhi = await enter(browser, "zuzhi");
  await zuzhi.open(`${scheme}?add=criterion`);
  await zuzhi.deed("add-criterion", { name: "全部", max: "100" });
  await zuzhi.open(`${scheme}?add=subcriterion&under=A`);
  await zuzhi.deed("add-subcriterion", { name: "各类", day: "1" });
  await zuzhi.open(`${scheme}?add=aspect&under=A1`);
  const { page } = zuzhi;
  for (const [n, aspect] of aspects.entries()) {
    await typeAspect(page, aspect);
    await expect(page.locator(`[id="at-A1.${n + 1}"]`)).toBeVisible();
  }
  expect(await contentOf(baseURL!, scheme)).toEqual(aspects.map((one) => one.expected));
  await expect(page.locator("main")).toContainText("没有须更正的问题，可以锁定。");
  await expect(page.locator("main")).toContainText("限时 2 分 30 秒；每提前 10 秒加 1.00 分（最多 3.00 分）");
  await expectClean(page);

  await zuzhi.open(`${scheme}?order`);
  const worth = (id: string) => page.locator(`[data-id="${id}"] .order-max`);
  const beside = { veto: "否决项", time: "限时 2 分 30 秒" } as const;
  for (const [kind, said] of Object.entries(beside)) {
    const at = aspects.findIndex((one) => one.kind === kind);
    await expect(worth(`A1.${at + 1}`)).toHaveText(said);
  }
  await expectClean(page);

  for (const n of aspects.keys()) {
    await zuzhi.open(`${scheme}?edit=aspect&id=A1.${n + 1}`);
    expect(await zuzhi.deed("change-aspect")).toBeLessThan(400);
  }
  expect(await contentOf(baseURL!, scheme)).toEqual(aspects.map((one) => one.expected));
  await zuzhi.context.close();
});

test("what is wrong with a kind is said at its field", async ({ browser, baseURL }) => {
  const scheme = `${await addSkill(baseURL!)}/scheme`;
  const zuzhi = await enter(browser, "zuzhi");
  await zuzhi.open(`${scheme}?add=criterion`);
  await zuzhi.deed("add-criterion", { name: "全部", max: "100" });
  await zuzhi.open(`${scheme}?add=subcriterion&under=A`);
  await zuzhi.deed("add-subcriterion", { name: "各类", day: "1" });
  await zuzhi.open(`${scheme}?add=aspect&under=A1`);
  const wrong = (name: string) => zuzhi.page.locator(`.field:has([name="${name}"]) .field-error`);
  await zuzhi.page.locator('[name="by"][value="bands"]').check();
  const bands = {
    description: "孔径",
    max: "10",
    by: "bands",
    nominal: "四十",
    within0: "0.02",
    mark0: "10",
  };
  await zuzhi.deed("add-aspect", { kind: "measurement", ...bands });
  await expect(wrong("nominal")).toContainText("请填写数");
  await zuzhi.deed("add-aspect", { nominal: "40", within2: "0.04" });
  await expect(wrong("mark2")).toContainText("请填写不小于 0 的数");
  await zuzhi.page.locator('[name="kind"][value="time"]').check();
  await zuzhi.deed("add-aspect", { limit: "", earlyEvery: "10", earlyMarks: "1" });
  await expect(wrong("limit")).toContainText("请填写不小于 0 的数");
  await zuzhi.deed("add-aspect", { limit: "150", earlyEvery: "10", earlyMarks: "一" });
  await expect(wrong("earlyMarks")).toContainText("请填写不小于 0 的数");
  await zuzhi.context.close();
});

test("without JavaScript every field stands there and the kind decides which are read", async ({
  browser,
  baseURL,
}) => {
  const scheme = `${await addSkill(baseURL!)}/scheme`;
  const organizer = await visit(baseURL!, "zuzhi");
  await organizer.post(scheme, { intent: "add-criterion", name: "全部", max: "100" });
  await organizer.post(scheme, { intent: "add-subcriterion", under: "A", name: "各类", day: "1" });
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.request.post("/demo", { form: { intent: "enter", login: "zuzhi" }, maxRedirects: 0 });
  const page = await context.newPage();
  await page.goto(`${scheme}?add=aspect&under=A1`);
  await page.locator('[name="kind"][value="veto"]').check();
  await page.locator('[name="description"]').fill("严重违反安全规程");
  await page.locator('[name="perFault"]').fill("3");
  await page.locator('button[value="add-aspect"]').click();
  await expect(page.locator('[id="at-A1.1"]')).toBeVisible();
  expect(await contentOf(baseURL!, scheme)).toEqual([
    { kind: "veto", description: "严重违反安全规程", max: "0.00" },
  ]);
  await context.close();
});
