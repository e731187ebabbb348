// Domain 3.2: what one entry of the panel is worth, by the kind of its aspect.
import { describe, expect, test } from "vitest";
import { formatExact } from "#domain/exact.ts";
import { type PanelAspect, vetoed, yieldOf } from "#domain/marking/yield.ts";

const head = { id: "A1.1", description: "评分点" };
const worth = (aspect: PanelAspect, entered: string) => formatExact(yieldOf(aspect, entered));

describe("按完成数", () => {
  const share: PanelAspect = { ...head, kind: "measurement", max: "10", how: { by: "share", of: 3 } };
  test.each([
    ["0", "0.00"],
    ["1", "3.333333"],
    ["3", "10.00"],
  ])("完成 %s 件得 %s", (done, mark) => expect(worth(share, done)).toBe(mark));
});

test("分值表：选哪个得哪个", () => {
  const list: PanelAspect = {
    ...head,
    kind: "measurement",
    max: "25",
    how: { by: "list", marks: ["25", "22", "19"] },
  };
  expect(["25", "22", "0"].map((one) => worth(list, one))).toEqual(["25.00", "22.00", "0.00"]);
});

describe("用时：提前加分、超时扣分，在满分之外", () => {
  const time = (counting: "started" | "complete", most?: string): PanelAspect => ({
    ...head,
    kind: "time",
    max: "0",
    limit: "150",
    counting,
    early: { every: "10", marks: "1", ...(most && { most }) },
    late: { every: "10", marks: "2" },
    voidAfter: "60",
  });
  test.each([
    ["complete", "150", "0.00"],
    ["complete", "141", "0.00"],
    ["complete", "140", "1.00"],
    ["started", "141", "1.00"],
    ["complete", "100", "5.00"],
    ["complete", "169", "-2.00"],
    ["started", "161", "-4.00"],
  ] as const)("%s，%s 秒：%s 分", (counting, used, marks) => expect(worth(time(counting), used)).toBe(marks));

  test("加分有上限", () => expect(worth(time("complete", "3"), "100")).toBe("3.00"));

  test("超过作废时限一秒，所在模块不计分；正好不作废", () => {
    expect(vetoed(time("complete"), "210")).toBeNull();
    expect(vetoed(time("complete"), "211")?.equals(0)).toBe(true);
  });
});

test("否决项：未触发不限，触发记零或限定上限", () => {
  const veto: PanelAspect = { ...head, kind: "veto", max: "0" };
  expect(vetoed(veto, "0")).toBeNull();
  expect(vetoed(veto, "1")?.equals(0)).toBe(true);
  expect(vetoed({ ...veto, cap: "12" }, "1")?.equals(12)).toBe(true);
});
