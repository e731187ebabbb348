// Evidence on a telephone in the hall: a note and a photo attached, both seen, one withdrawn; without a line nothing is lost;
// keys typed into a note mark nothing; and all of it without JavaScript.
import { expect, type Page, test } from "@playwright/test";
import { telltalePhoto } from "../support/photo.ts";
import { expectClean } from "./axe.ts";
import { type Desk, rowOf, sitDown, stageDesk } from "./judging-stage.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const photo = {
  name: "IMG_20260302.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.from(telltalePhoto("HUAWEI 34.79")),
};
let desk: Desk;

test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.setTimeout(120_000);
  desk = await stageDesk(String(project.use.baseURL).replace("localhost", "127.0.0.1"), 3);
});

/** The evidence under the row of an aspect, opened. */
async function open(page: Page, aspectId: string) {
  await rowOf(page, aspectId).locator(".evidence-toggle").click();
  return rowOf(page, aspectId).locator(".evidence");
}

async function bytesOf(page: Page, address: string | null) {
  const answer = await page.request.get(address!);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "content-disposition": 'inline; filename="photo.jpg"',
  });
  expect(answer.headers()["cache-control"]).toContain("private");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  return (await answer.body()).toString("latin1");
}

test("a note and a photo by thumb, both seen; one withdrawn; a colleague sees what is left", async ({
  browser,
}) => {
  const [login, colleague] = desk.logins;
  const page = await sitDown(browser, desk, login!, desk.sheet(0, "A1"), phone);
  const evidence = await open(page, "A1.2");
  await evidence.locator('[name="note"]').fill("防护面罩未扣紧");
  await evidence.getByRole("button", { name: "保存说明" }).tap();
  await expect(evidence.locator(".evidence-note")).toHaveText("防护面罩未扣紧");
  await expect(evidence.locator('[name="note"]')).toHaveValue("");
  await evidence.locator('input[type="file"]').last().setInputFiles(photo);
  const picture = evidence.locator("img");
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(16);
  expect(await bytesOf(page, await picture.getAttribute("src"))).not.toMatch(/GPS|HUAWEI|xmpmeta/);
  await expect(rowOf(page, "A1.2").locator(".evidence-toggle")).toHaveText("附件 2");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const button of await evidence.locator(".button:visible, summary:visible").all())
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await expectClean(page);
  await evidence.getByText("撤回", { exact: true }).first().tap();
  await evidence.locator('[name="reason"]:visible').fill("写错作品");
  await evidence.getByRole("button", { name: "确认撤回" }).tap();
  await expect(evidence).toContainText("已撤回：写错作品");
  await expect(evidence).not.toContainText("防护面罩未扣紧");
  const other = await sitDown(browser, desk, colleague!, desk.sheet(0, "A1"), phone);
  const seen = await open(other, "A1.2");
  await expect(seen.locator("img")).toHaveCount(1);
  await expect(seen).toContainText("已撤回：写错作品");
  await expect(seen.getByText("撤回", { exact: true })).toHaveCount(0);
  await page.context().close();
  await other.context().close();
});

test("without a line the text stays, a photo waits and is sent again; keys in a note mark nothing", async ({
  browser,
}) => {
  const page = await sitDown(browser, desk, desk.logins[0]!, desk.sheet(1, "A1"), phone);
  const evidence = await open(page, "A1.3");
  await page.context().setOffline(true);
  const note = evidence.locator('[name="note"]');
  await note.pressSequentially("n 1 3");
  await evidence.getByRole("button", { name: "保存说明" }).tap();
  await expect(evidence).toContainText("附件须联网后上传，文字已保留在本页");
  await expect(note).toHaveValue("n 1 3");
  await expect(rowOf(page, "A1.3").getByRole("radio", { checked: true })).toHaveCount(0);
  await evidence.locator('input[type="file"]').last().setInputFiles(photo);
  await expect(evidence).toContainText("照片尚未上传");
  await page.context().setOffline(false);
  await evidence.getByRole("button", { name: "重新上传" }).tap();
  await expect(evidence.locator("img")).toBeVisible();
  await evidence.getByRole("button", { name: "保存说明" }).tap();
  await expect(evidence.locator(".evidence-note")).toHaveText("n 1 3");
  expect(await desk.own(desk.logins[0]!, desk.sheet(1, "A1"))).toEqual({});
  // A judgement: no colleague sees any of it while the round is open.
  const other = await sitDown(browser, desk, desk.logins[1]!, desk.sheet(1, "A1"), phone);
  await expect(rowOf(other, "A1.3").locator(".evidence-toggle")).toHaveText("附件");
  await page.context().close();
  await other.context().close();
});

test("by keyboard alone: E opens the evidence of the aspect in hand, Escape comes back, Tab goes from mark to mark", async ({
  browser,
}) => {
  const page = await sitDown(browser, desk, desk.logins[2]!, `${desk.sheet(2, "A1")}#A1.1`);
  const evidence = rowOf(page, "A1.1").locator(".evidence");
  await page.keyboard.type("1");
  await page.keyboard.press("e");
  await expect(evidence.locator("textarea")).toBeFocused();
  await page.keyboard.type("n 0.5 e");
  await page.keyboard.press("Escape");
  await expect(evidence).toBeHidden();
  await expect(rowOf(page, "A1.1").locator('input[type="text"]')).toBeFocused();
  await expect(rowOf(page, "A1.1").locator('input[type="text"]')).toHaveValue("1");
  await page.keyboard.press("e");
  await expect(evidence.locator("textarea")).toHaveValue("n 0.5 e");
  await rowOf(page, "A1.4").locator('input[type="text"]').focus();
  const more = rowOf(page, "A1.4").getByRole("button", { name: "增加" });
  await more.focus();
  await page.keyboard.press("Tab");
  await expect(rowOf(page, "A1.5").getByRole("radio").first()).toBeFocused();
  await page.context().close();
});

test("without JavaScript: note and photo are forms, and a PNG is refused with what was wrong", async ({
  browser,
}) => {
  const page = await sitDown(browser, desk, desk.logins[0]!, desk.sheet(2, "A1"));
  const still = await browser.newContext({
    baseURL: desk.base,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  await page.context().close();
  const plain = await still.newPage();
  await plain.goto(`/judge/sheets/${desk.sheet(2, "A1")}`);
  const evidence = await open(plain, "A1.2");
  await evidence.locator('[name="note"]').fill("面罩");
  await evidence.getByRole("button", { name: "保存说明" }).click();
  await expect(evidence.locator(".evidence-note")).toHaveText("面罩");
  await evidence.locator('input[type="file"]').setInputFiles(photo);
  await evidence.getByRole("button", { name: "上传照片" }).click();
  const src = await evidence.locator("img").getAttribute("src");
  expect(await bytesOf(plain, src)).not.toMatch(/GPS|HUAWEI|xmpmeta/);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await evidence.locator('input[type="file"]').setInputFiles({ ...photo, name: "a.png", buffer: png });
  await evidence.getByRole("button", { name: "上传照片" }).click();
  await expect(evidence.getByRole("alert")).toContainText("只接受 JPEG 照片");
  await still.close();
});
