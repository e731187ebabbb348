// One competition from its draft to the HR desk, by everybody it needs, each in a browser context of their own.
import { expect, type Page, test } from "@playwright/test";
import { competitors, gather, typeScheme } from "./cast.ts";
import { enter, fill, person } from "./person.ts";
import { choose, markValue, row, saved } from "./sheet.ts";

const idOf = (page: Page, pattern: RegExp): string => pattern.exec(page.url())![1]!;

test("a whole competition, end to end", async ({ browser }) => {
  test.setTimeout(420_000);
  const cast = await gather(browser);
  const { zuzhi, guanli, lingdui, jiami, jiandu, caipan1, caipan2, caipan3, caipanzhang, lufen } = cast;
  const { heshi1, heshi2, renshe } = cast;
  const visitor = await enter(browser, null);

  const { edition, skill } = await test.step("the organizer sets the competition up", async () => {
    await zuzhi.open("/manage/new");
    await zuzhi.page.fill('[name="name"]', "端到端演练竞赛");
    await zuzhi.page.selectOption('[name="tier"]', "city");
    await zuzhi.page.fill('[name="host"]', "开封市人力资源和社会保障局");
    await zuzhi.page.fill('[name="startsOn"]', "2027-05-08");
    await zuzhi.page.fill('[name="endsOn"]', "2027-05-10");
    await zuzhi.page.fill('[name="noticeWorkingDays"]', "5");
    await zuzhi.page.locator('main button[type="submit"]').last().click();
    await zuzhi.page.waitForURL(/\/manage\/[0-9a-f-]{36}/);
    const edition = idOf(zuzhi.page, /\/manage\/([0-9a-f-]{36})/);
    await zuzhi.open(`/manage/${edition}?add=delegation`);
    await zuzhi.deed("add-delegation", { name: "端到端代表队", kind: "institution" });
    await zuzhi.open(`/manage/${edition}?add=skill`);
    await zuzhi.deed("add-skill", {
      number: "1",
      name: "端到端赛项",
      category: "national",
      venue: "一号馆",
      codingLayers: "1",
      confirm: "second",
    });
    await zuzhi.page.waitForURL(/\/manage\/skills\//);
    return { edition, skill: idOf(zuzhi.page, /\/manage\/skills\/([0-9a-f-]{36})/) };
  });

  await test.step("the marking scheme is typed in, and locks only at 100", () => typeScheme(zuzhi, skill));

  await test.step("the administrator gives the roles their places", async () => {
    const grants: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
      ["孟凡青 (lingdui)", "delegation-leader", { delegationId: "端到端代表队" }],
      ["石守正 (jiami)", "coding-officer", { competitionId: "端到端演练竞赛" }],
      ["柳如松 (jiandu)", "supervisor", { competitionId: "端到端演练竞赛" }],
      ["韩铁林 (caipanzhang)", "chief-judge", { skillId: "端到端赛项" }],
      ["叶知秋 (lufen)", "recorder", { skillId: "端到端赛项" }],
    ];
    for (const [account, role, place] of grants) {
      await guanli.open("/accounts");
      const { page } = guanli;
      await page.locator('[name="accountId"]').selectOption({ label: account });
      await page.locator('form:has([value="grant"]) [name="role"]').selectOption(role);
      for (const [field, named] of Object.entries(place)) {
        const option = page.locator(`[name="${field}"] option`, { hasText: named });
        await page.locator(`[name="${field}"]`).selectOption((await option.last().getAttribute("value"))!);
      }
      expect(await guanli.deed("grant")).toBeLessThan(400);
    }
    for (const [place, login] of (["caipan1", "caipan2", "caipan3"] as const).entries()) {
      await zuzhi.open(`/manage/skills/${skill}`);
      const option = zuzhi.page.locator('[name="accountId"] option', { hasText: login });
      const accountId = (await option.first().getAttribute("value"))!;
      expect(await zuzhi.deed("seat", { accountId, number: String(place + 1) })).toBeLessThan(400);
    }
  });

  const competitor =
    await test.step("the leader registers; a wrong ID is told, a return is corrected, an accepted one is invited", async () => {
      await zuzhi.open(`/manage/${edition}`);
      await zuzhi.deed("advance");
      await lingdui.open("/delegation");
      const link = lingdui.page.locator("a", { hasText: "端到端代表队" }).first();
      const roster = (await link.getAttribute("href"))!;
      const common = { skillId: skill, identity: "worker", unit: "演示单位" };
      await lingdui.open(roster);
      expect(
        await lingdui.deed("submit", {
          ...common,
          name: competitors[0].name,
          residentId: `${competitors[0].id.slice(0, 17)}${competitors[0].id.endsWith("1") ? "2" : "1"}`,
        }),
      ).toBe(422);
      await expect(lingdui.page.locator("main")).toContainText("校验位不符");
      for (const one of competitors) {
        await lingdui.open(roster);
        expect(await lingdui.deed("submit", { ...common, name: one.name, residentId: one.id })).toBeLessThan(
          400,
        );
      }
      const registrations = `/manage/${edition}/registrations`;
      await zuzhi.open(registrations);
      await expect(zuzhi.page.locator("main")).not.toContainText(competitors[0].id);
      const rowOf = (name: string) => zuzhi.page.locator("tr", { hasText: name });
      const first = await rowOf(competitors[0].name)
        .locator('[name="registrationId"]')
        .first()
        .getAttribute("value");
      await zuzhi.deed(
        "decide",
        { reason: "在职证明缺少公章，请补齐。" },
        { registrationId: first!, to: "returned" },
      );
      await lingdui.open(roster);
      await expect(lingdui.page.locator("main")).toContainText("在职证明缺少公章");
      await lingdui.deed("resubmit", {}, { registrationId: first! });
      for (const one of competitors) {
        await zuzhi.open(registrations);
        const id = await rowOf(one.name).locator('[name="registrationId"]').first().getAttribute("value");
        await zuzhi.deed("decide", {}, { registrationId: id!, to: "accepted" });
      }
      await lingdui.open(roster);
      await lingdui.deed("invite", {}, { registrationId: first! });
      const invitation = await lingdui.page.locator('[name="link"]').inputValue();
      const invited = person(await (await browser.newContext()).newPage());
      await invited.open(new URL(invitation).pathname);
      await invited.page.fill('[name="login"]', "zhang.e2e");
      await invited.page.fill('[name="password"]', "我要参加技能竞赛并得奖");
      await invited.page.locator('main button[type="submit"]').last().click();
      await invited.page.waitForURL((url) => !url.pathname.startsWith("/invite"));
      return invited;
    });

  await test.step("the draw: committed by the coding officer, witnessed by the supervisor", async () => {
    await zuzhi.open(`/manage/${edition}`);
    await zuzhi.deed("advance");
    await jiami.open(`/desk/${skill}`);
    expect(await jiami.deed("commit-draw")).toBeLessThan(400);
    await visitor.open(`/skills/${skill}`);
    await expect(visitor.page.locator("main")).toContainText(/[0-9a-f]{16}/);
    await jiandu.open(`/desk/${skill}`);
    expect(await jiandu.deed("witness-draw")).toBeLessThan(400);
    await zuzhi.open(`/manage/${edition}`);
    await zuzhi.deed("advance");
    await caipanzhang.open(`/oversight/${skill}`);
    expect(await caipanzhang.deed("open-scoring")).toBeLessThan(400);
  });

  await test.step("three judges mark live, by code alone; a spread asks for a second round", async () => {
    const judges = [caipan1, caipan2, caipan3];
    const names = competitors.map((one) => one.name);
    for (const judge of judges) await judge.open("/judge");
    const sheets = await caipan1.page
      .locator(`a[href^="/judge/sheets/"]`)
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    const own: string[] = [];
    for (const sheet of [...new Set(sheets)]) {
      const page = await caipan1.context.request.get(sheet);
      if ((await page.text()).includes("端到端赛项")) own.push(sheet.split("#")[0]!);
    }
    const three = [...new Set(own)];
    expect(three).toHaveLength(3);
    for (const [n, sheet] of three.entries()) {
      for (const judge of judges) await judge.open(sheet);
      for (const name of names) await expect(caipan1.page.locator("body")).not.toContainText(name);
      await expect(caipan1.page.locator(".sheet-code")).toHaveText(/^评审号R-0\d$/);
      await markValue(caipan1.page, "A1.1", ["55", "50.5", "48"][n]!);
      await choose(caipan1.page, "A1.2", n === 2 ? 1 : 0);
      await saved(caipan1.page, "A1.2");
      await expect(row(caipan2.page, "A1.1").locator("input:not([type=hidden])").first()).toHaveValue(/\d/);
      const levels = n === 0 ? [0, 2, 2] : [2, 3, 2];
      for (const [seat, judge] of judges.entries()) {
        await choose(judge.page, "A1.3", levels[seat]!);
      }
      if (n === 0) {
        for (const judge of judges) {
          await expect(row(judge.page, "A1.3")).toContainText("第 2 轮");
          await choose(judge.page, "A1.3", 2);
        }
      }
      await saved(caipan3.page, "A1.3");
    }
  });

  await test.step("a second person confirms, the chief judge locks, three people sign", async () => {
    for (let n = 0; n < 3; n += 1) {
      await lufen.open(`/oversight/${skill}/confirm`);
      await lufen.page.locator('main a[href*="sheet="]').first().click();
      await lufen.page.waitForURL(/sheet=/);
      expect(await lufen.deed("confirm")).toBeLessThan(400);
    }
    await caipanzhang.open(`/oversight/${skill}`);
    expect(await caipanzhang.deed("lock", {}, { subcriterionId: "A1" })).toBeLessThan(400);
    await caipanzhang.open(`/oversight/${skill}`);
    expect(await caipanzhang.deed("complete")).toBeLessThan(400);
    for (const [signer, intent] of [
      [lufen, "check"],
      [caipanzhang, "sign-chief"],
      [jiandu, "sign-supervisor"],
    ] as const) {
      await signer.open(`/desk/${skill}`);
      await expect(signer.page.getByRole("table", { name: "名次（按评审号）" })).toBeVisible();
      expect(await signer.deed(intent, { password: "bianliang-2026" })).toBeLessThan(400);
    }
    await visitor.open(`/skills/${skill}`);
    for (const { name } of competitors) await expect(visitor.page.locator("body")).not.toContainText(name);
    await jiami.open(`/desk/${skill}`);
    expect(await jiami.deed("ask-opening")).toBeLessThan(400);
    await jiandu.open(`/desk/${skill}`);
    expect(await jiandu.deed("open-seal")).toBeLessThan(400);
  });

  await test.step("public notice opens, runs five working days by the server's clock, and publication follows", async () => {
    await zuzhi.open(`/desk/${skill}`);
    expect(await zuzhi.deed("open-notice")).toBeLessThan(400);
    await visitor.open(`/skills/${skill}`);
    await expect(visitor.page.locator("main")).toContainText("公示中");
    for (const { name } of competitors) await expect(visitor.page.locator("main")).toContainText(name);
    for (let day = 0; day < 5; day += 1) {
      await zuzhi.open(`/desk/${skill}`);
      await expect(zuzhi.page.locator('form:has([value="publish"])')).toHaveCount(0);
      await visitor.open("/demo");
      await visitor.deed("next-day");
    }
    await visitor.open("/demo");
    await visitor.deed("next-day");
    await zuzhi.open(`/desk/${skill}`);
    expect(await zuzhi.deed("publish")).toBeLessThan(400);
    await visitor.open(`/skills/${skill}`);
    await expect(visitor.page.locator("main")).toContainText("已发布");
  });

  const number = await test.step("the competitor sees result, certificate and a cited none", async () => {
    await competitor.open("/me");
    const main = competitor.page.locator("main");
    await expect(main).toContainText("端到端赛项");
    await expect(main).toContainText("汴办〔2021〕21号");
    const text = await main.innerText();
    const found = /BS-\d{4}-\d{4,}-\d/.exec(text);
    expect(found, "a conferred award shows its certificate number").not.toBeNull();
    await visitor.open("/check");
    await visitor.page.fill('[name="number"]', found![0]);
    await visitor.page.fill('[name="name"]', competitors[0].name);
    await visitor.page.locator('main button[type="submit"]').last().click();
    await expect(visitor.page.locator("main")).toContainText("端到端赛项");
    return found![0];
  });

  await test.step("an external award is entered and made final by two people", async () => {
    await renshe.open("/hr/awards?enter=competition");
    await renshe.deed("register", {
      name: competitors[0].name,
      residentId: competitors[0].id,
      competition: "national-prc",
      grade: "gold",
      role: "competitor",
      edition: "第二届全国技能大赛",
      skill: "端到端赛项",
      wonOn: "2023-09-19",
      evidence: "证书原件，编号 E2E-1",
    });
    await heshi1.open("/hr/awards");
    const id = await heshi1.page
      .locator("form:has([value='verify']) [name='externalAwardId']")
      .first()
      .getAttribute("value");
    await heshi1.deed("verify", { identityMatched: true }, { externalAwardId: id! });
    await heshi1.open("/hr/awards");
    await expect(heshi1.page.locator(`form:has([value="finalize"]):has([value="${id}"])`)).toHaveCount(0);
    await heshi2.open("/hr/awards");
    await heshi2.deed("finalize", {}, { externalAwardId: id! });
  });

  await test.step("the HR officer checks by number and name; the look-up is the person's to see", async () => {
    await renshe.open("/hr");
    await renshe.page.fill('[name="number"]', number);
    await renshe.page.fill('[name="name"]', competitors[0].name);
    await fill(renshe.page.locator("main"), "purpose", "title-application");
    await renshe.page.locator('main button[type="submit"]').last().click();
    const main = renshe.page.locator("main");
    await expect(main).toContainText("可直接申报相应系列副高级职称");
    await expect(main).toContainText("国赛）金牌获得者");
    await expect(main).toContainText("本证明不代表已取得职称");
    await expect(main).not.toContainText(competitors[0].id);
    await competitor.open("/me");
    await expect(competitor.page.locator("main")).toContainText("人力资源和社会保障局");
  });
});
