// What every page is held to: axe with the WCAG 2.2 A and AA rules, none of them and no part of the page left out; and no word
// with a blank that nobody filled.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect(told, page.url()).toEqual([]);
  const unfilled = (await page.locator("body").innerText()).match(/\{[a-z]\w*(\|[^}]*)?\}/gi) ?? [];
  expect(unfilled, `blanks at ${page.url()}`).toEqual([]);
}
