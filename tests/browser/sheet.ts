// The judge's sheet as a test handles it: a row by its aspect, a typed mark, a chosen level.
import { expect, type Page } from "@playwright/test";

export const row = (page: Page, aspect: string) => page.locator(`section.aspect:has-text("${aspect} ·")`);
export const saved = (page: Page, aspect: string) => expect(row(page, aspect)).toContainText("已保存");

export async function markValue(page: Page, aspect: string, value: string): Promise<void> {
  const input = row(page, aspect).locator("input:not([type=hidden])").first();
  await input.fill(value);
  await input.press("Enter");
  await saved(page, aspect);
}

/** Chooses by the keyboard's or mouse's way: the n-th choice of the aspect's radio group. */
export async function choose(page: Page, aspect: string, place: number): Promise<void> {
  await row(page, aspect).getByRole("radio").nth(place).click();
}
