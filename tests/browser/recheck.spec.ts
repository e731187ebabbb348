// The recheck in the browser: sheet by sheet by the recorder, an error keeps the signature back, the desk leads there and says what is left.
import { expect, test } from "@playwright/test";
import { enter } from "./person.ts";

test("the recorder rechecks the sampled sheets; one error found is shown, and the desk signs nothing before all are right", async ({
  browser,
}) => {
  const recorder = await enter(browser, "lufen");
  await recorder.open("/desk");
  await recorder.page
    .getByRole("link", { name: /中式烹调师/ })
    .first()
    .click();
  await expect(recorder.page.locator("main")).toContainText("抽查复核还有 15 张未完成");
  await recorder.page.getByRole("link", { name: "抽查复核" }).click();
  const main = recorder.page.locator("main");
  await expect(main).toContainText("名次靠前 3 人，随机抽取 2 人");
  const rows = recorder.page.getByRole("list", { name: "抽中的评分表" }).getByRole("listitem");
  await expect(rows).toHaveCount(15);
  await rows.first().getByRole("link").click();
  await expect(main).toContainText("正在复核");
  const deed = recorder.page.getByRole("button", { name: "记录复核结果" });
  await deed.click();
  await expect(rows.first()).toContainText("相符");
  await expect(rows.nth(1)).toContainText("正在复核");
  await recorder.page.getByRole("checkbox").first().check();
  await deed.click();
  await expect(main).toContainText(/已记录不符：[A-Z]1\.1/);
  await expect(main).toContainText("请告知裁判长申请重新开放");
  await recorder.page.getByRole("link", { name: "返回列表" }).click();
  await expect(main).toContainText("1 人有差错 / 5 人被抽查");
  await expect(main).toContainText("差错率超过 5%，须复核全部选手");
  expect(await rows.count()).toBeGreaterThan(15);
  await recorder.open("/desk");
  await recorder.page
    .getByRole("link", { name: /中式烹调师/ })
    .first()
    .click();
  await expect(main).toContainText(/抽查复核还有 \d+ 张未完成/);
  await recorder.context.close();
});
