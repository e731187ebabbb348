// Building a scheme from what stands: a template, a Chinese scoring table, another order; and revising it once marks stand.
import { expect, type Page, test } from "@playwright/test";
import { connectJudge, enterAll, pacer } from "#server/rehearsal/judges.ts";
import { setUp } from "#server/rehearsal/stage.ts";
import { expectClean } from "./axe.ts";
import { plainRules } from "./judging-stage.ts";
import { addSkill } from "./new-skill.ts";
import { enter } from "./person.ts";

const rows = (page: Page) =>
  page
    .locator(".order-row")
    .evaluateAll((list) =>
      list.map((row) => `${row.getAttribute("data-id")} ${row.querySelector(".order-name")!.textContent}`),
    );
const table = `项目,评分内容,配分,评分标准
床单,一次抛单定位,60,每处扣 5
床单,包角紧密,20,20/10/0
被套,开口在床尾,十五,
合计,,100,
`;

test("a template is copied, put in order by key and by mouse, and the rules follow the numbers", async ({
  browser,
  baseURL,
}) => {
  const skill = await addSkill(baseURL!);
  const zuzhi = await enter(browser, "zuzhi");
  const { page } = zuzhi;
  await zuzhi.open(`${skill}/scheme`);
  expect(await zuzhi.deed("copy", { from: "knife-skill" })).toBeLessThan(400);
  await zuzhi.open(skill);
  await zuzhi.deed("rules", { tieChain: "A1.2" });
  await zuzhi.open(`${skill}/scheme?order`);
  expect((await rows(page)).slice(2, 4)).toEqual(["A1.1 规定时间内熟练完成", "A1.2 粗细均匀"]);

  await page.locator('[data-id="A1.2"] [value="step-up"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-id="A1.1"] .order-name')).toHaveText("粗细均匀");
  await expect(page.locator('[data-id="A1.1"] [value="step-up"]')).toBeFocused();
  await expect(page.locator('[data-id="A"] [value="step-up"]')).toHaveAttribute("aria-disabled", "true");
  await expectClean(page);

  await page.locator('[data-id="A1.1"]').dragTo(page.locator('[data-id="A1.4"]'), {
    targetPosition: { x: 200, y: 40 },
  });
  await expect(page.locator('[data-id="A1.4"] .order-name')).toHaveText("粗细均匀");
  expect((await rows(page)).slice(2)).toEqual([
    "A1.1 规定时间内熟练完成",
    "A1.2 长度达标",
    "A1.3 无连刀",
    "A1.4 粗细均匀",
    "A1.5 重量达标",
    "A1.6 卫生达标",
  ]);
  await zuzhi.open(skill);
  await expect(page.locator('[name="tieChain"]')).toHaveValue("A1.4");

  const edit = `${skill}/scheme?edit=aspect&id=A1.4#edit`;
  await zuzhi.open(edit);
  const other = await zuzhi.context.newPage();
  await other.goto(edit);
  await page.locator('[name="description"]').fill("粗细均匀，2 mm");
  await page.locator('button[value="change-aspect"]').click();
  await expect(page.locator('[id="at-A1.4"]')).toBeVisible();
  await other.locator('[name="description"]').fill("粗细均匀，3 mm");
  await other.locator('button[value="change-aspect"]').click();
  await expect(other.getByRole("alert")).toContainText("评分标准在您打开之后又有修改");
  await expect(other.getByRole("row", { name: /A1\.4 .*2 mm/ })).toBeVisible();
  await expect(other.locator('[name="description"]')).toHaveValue("粗细均匀，3 mm");
  await other.locator('button[value="change-aspect"]').click();
  await expect(other.getByRole("row", { name: /A1\.4 .*3 mm/ })).toBeVisible();
  await zuzhi.context.close();
});

test("a Chinese scoring table is read by cell, and refused where its column of marks holds text", async ({
  browser,
  baseURL,
}) => {
  const skill = await addSkill(baseURL!);
  const zuzhi = await enter(browser, "zuzhi");
  const { page } = zuzhi;
  const upload = async (text: string) => {
    await zuzhi.open(`${skill}/scheme`);
    const form = page.locator('form:has([name="file"])');
    await form
      .locator('[name="file"]')
      .setInputFiles({ name: "铺床.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
    const replace = form.locator('[name="replace"]');
    if (await replace.count()) await replace.check();
    await form.locator('button[value="import"]').click();
    await page.waitForLoadState("networkidle");
  };
  await upload(table);
  await expect(page.getByRole("alert")).toContainText("没有导入：有 1 项须先在文件中更正");
  await expect(page.getByRole("row", { name: /C4.*配分列中有文字 “十五”/ })).toBeVisible();
  // The report is looked at, not the button a screen below it.
  const inHand = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const inView = () =>
    page.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
  expect(await inHand()).toMatch(/^没有导入/);
  expect(await inView()).toBe(true);
  await expect(page.locator("main")).not.toContainText("与声明的");
  await expectClean(page);
  await upload(table.replace("十五", "20"));
  await expect(page.getByRole("status").first()).toContainText(
    "已从文件“铺床.csv”导入，共 3 个评分点、100.00 分",
  );
  expect(await inHand()).toMatch(/^已/);
  expect(await inView()).toBe(true);
  await expect(page.getByRole("row", { name: /A1\.1.*扣分.*一次抛单定位/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /A1\.2.*测量.*包角紧密/ })).toBeVisible();
  await upload("项目,评分内容,配分,评分标准\n甲,一,20,\n甲,二,20,\n甲,三,20,\n甲,四,20,四级\n甲,五,20,\n");
  await expect(page.getByRole("row", { name: /^D 列第 2–4、6 行 读作“记分”，步长 0\.50：/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^D5 “四级” 读作“评价”（0–3 四级）/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "请核对（3）" })).toBeVisible();
  await upload("");
  await expect(page.locator("main")).toContainText("这个文件是空的");
  await expectClean(page);
  await zuzhi.context.close();
});

test("after the first mark a revision has a reason, shows who moves, and the chief judge puts it into force", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const aspect = (id: string, max: string) =>
    ({ id, kind: "value", description: `评分点 ${id}`, max, step: "0.5" }) as const;
  const { crew, skills } = await setUp(
    baseURL!.replace("localhost", "127.0.0.1"),
    [
      {
        name: "修订演练",
        scheme: {
          total: "100.00",
          criteria: [
            {
              id: "A",
              name: "制作",
              max: "100.00",
              subcriteria: [
                {
                  id: "A1",
                  name: "尺寸",
                  day: 1,
                  aspects: [aspect("A1.1", "50.00"), aspect("A1.2", "50.00")],
                },
              ],
            },
          ],
        },
        competitors: ["选手 1", "选手 2"],
        absent: new Set<string>(),
        marks: [],
        rules: { ...plainRules },
      },
    ],
    3,
  );
  const { skillId, contestants } = skills[0]!;
  const socket = connectJudge(baseURL!.replace("localhost", "127.0.0.1"), crew.judges[0]!.cookie);
  const marks = [...contestants.values()].flatMap(({ id }, place) => [
    { sheetId: `${id}~A1`, contestantId: id, aspectId: "A1.1", value: place === 0 ? "30" : "10" },
    { sheetId: `${id}~A1`, contestantId: id, aspectId: "A1.2", value: place === 0 ? "10" : "20" },
  ]);
  await enterAll(socket, marks, pacer(undefined), () => {});
  socket.close();

  const zuzhi = await enter(browser, "zuzhi");
  const { page } = zuzhi;
  const scheme = `/manage/skills/${skillId}/scheme`;
  await zuzhi.open(scheme);
  expect(await zuzhi.deed("start-version", { reason: " " })).toBe(422);
  await expect(page.locator("dialog[open]")).toContainText("请写明修订理由");
  await page.locator('dialog[open] [name="reason"]').fill("A1.1 不应计分，领队会一致同意删去");
  await page.locator('dialog[open] button[value="start-version"]').click();
  await expect(page.locator("main")).toContainText("第 2 版草稿，尚未生效");
  await expect(page.locator('form:has([name="file"])')).toHaveCount(0);
  await zuzhi.open(`${scheme}?edit=aspect&id=A1.1`);
  await zuzhi.deed("remove-aspect", {}, { id: "A1.1" });
  await zuzhi.open(`${scheme}?add=aspect&under=A1`);
  await zuzhi.deed("add-aspect", { kind: "value", description: "补评", max: "50", step: "0.5" });
  await expect(page.locator('[id="at-A1.3"]')).toBeVisible();
  await expect(page.getByRole("row", { name: /A1\.1 删去/ })).toContainText("评分点 A1.1");
  await expect(page.getByRole("row", { name: /A1\.3 新增/ })).toContainText("补评");
  await expect(page.locator("main")).not.toContainText("可以锁定");
  await expectClean(page);
  await zuzhi.context.close();

  const chief = await enter(browser, "caipanzhang");
  const desk = chief.page;
  await chief.open("/oversight");
  await expect(desk.locator("main")).toContainText("评分标准待生效");
  await chief.open(`/oversight/${skillId}`);
  await desk.getByRole("link", { name: /评分标准第 2 版待您核准生效/ }).click();
  await expect(desk.locator("#changes")).toContainText("第 2 版修订内容");
  await expect(desk.locator("#effect")).toContainText("变动 2 人");
  await expect(desk.locator("main")).toContainText("您一经修改即为起草人");
  await expect(desk.getByRole("link", { name: "添加标准" })).toHaveCount(0);
  await expectClean(desk);
  await desk.locator("#effect button", { hasText: "使新版本生效" }).click();
  await expect(desk.locator("dialog[open]")).toContainText("2 人的总分、名次或奖项将变动");
  await expect(desk.locator("dialog[open]")).toContainText("删去的评分点已有的评分不再计入：A1.1");
  await expect(desk.locator('dialog[open] [name="text"]')).toHaveValue(/第 2 版已生效（A1.1 不应计分/);
  await desk.locator('dialog[open] button[value="enforce-version"]').click();
  await expect(desk.locator("#versions")).toContainText("第 2 版 · 使用中");
  await desk
    .locator("#versions")
    .getByRole("link", { name: /第 1 版/ })
    .click();
  await expect(desk.locator("main")).toContainText("这是第 1 版，已被后来的版本替代");
  await expect(desk.locator('[id="at-A1.1"]')).toBeVisible();
  await chief.open(`/oversight/${skillId}`);
  await expect(desk.locator("#messages")).toContainText("评分标准第 2 版已生效");
  await chief.context.close();
});
