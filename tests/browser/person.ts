// A person at a browser of their own: signed in by one click, doing deeds through the forms that a page offers.
import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

export type Person = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a page and waits until it is alive. */
  open(path: string): Promise<void>;
  /** Fills the form of an intent and sends it, opening the dialog it stands in; answers the status of the post. */
  deed(intent: string, fields?: Fields, among?: Readonly<Record<string, string>>): Promise<number>;
};
export type Fields = Readonly<Record<string, string | boolean>>;

export async function enter(browser: Browser, login: string | null): Promise<Person> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (login) {
    const answer = await context.request.post("/demo", { form: { intent: "enter", login }, maxRedirects: 0 });
    expect(answer.status(), `one-click sign-in as ${login}`).toBe(302);
  }
  return person(page);
}

export function person(page: Page): Person {
  return {
    page,
    context: page.context(),
    async open(path) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
    },
    async deed(intent, fields = {}, among = {}) {
      let form = page.locator(`form:has([name="intent"][value="${intent}"])`);
      for (const [name, value] of Object.entries(among))
        form = form.filter({ has: page.locator(`[name="${name}"][value="${value}"]`) });
      form = form.first();
      await expect(form, `a form for ${intent} on ${page.url()}`).toBeAttached();
      if (!(await form.isVisible()))
        await form.locator("xpath=ancestor::dialog[1]/preceding-sibling::button[1]").click();
      for (const [name, value] of Object.entries(fields)) await fill(form, name, value);
      const button = form.locator(`button[type="submit"][name="intent"][value="${intent}"]`);
      const send =
        (await button.count()) > 0 ? button.first() : form.locator('button[type="submit"]').first();
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === "POST" && !one.url().includes("socket.io")),
        send.click(),
      ]);
      await settled(page);
      return answer.status();
    },
  };
}

/** Waits until nothing is on its way any more: neither the document nor a page that the browser fetches within it. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(
    () =>
      (window as unknown as { __remixRouter?: { state: { navigation: { state: string } } } }).__remixRouter
        ?.state.navigation.state === "idle",
  );
  await expect(page.locator(".under-way")).toHaveCount(0);
}

/** Puts a value into a field of whatever kind carries this name. */
export async function fill(form: Locator, name: string, value: string | boolean): Promise<void> {
  const field = form.locator(`[name="${name}"]`);
  const kind = await field
    .first()
    .evaluate((node) => (node instanceof HTMLSelectElement ? "select" : (node as HTMLInputElement).type));
  if (kind === "select") await field.first().selectOption(String(value));
  else if (kind === "checkbox") await field.first().setChecked(value === true);
  else if (kind === "radio") await form.locator(`[name="${name}"][value="${value}"]`).check();
  else await field.first().fill(String(value));
}
