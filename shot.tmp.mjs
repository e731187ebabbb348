import { chromium } from "playwright";
const base = process.env.URL ?? "http://localhost:3110";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-background-networking"] });
const jobs = JSON.parse(process.argv[2]);
for (const j of jobs) {
  const ctx = await browser.newContext({ viewport: { width: j.w ?? 1280, height: j.h ?? 800 }, locale: "zh-CN", baseURL: base, colorScheme: j.dark ? "dark" : "light" });
  if (j.login) { const r = await ctx.request.post("/demo", { form: { intent: "enter", login: j.login }, maxRedirects: 0 }); if (r.status()!==302) console.log("login", r.status()); }
  const page = await ctx.newPage();
  page.on("console", m => { if (["error"].includes(m.type())) console.log(j.name, "console:", m.text().slice(0,300)); });
  page.on("pageerror", e => console.log(j.name, "pageerror:", String(e).slice(0,300)));
  await page.goto(j.path);
  for (const pat of j.links ?? []) {
    const links = await page.locator("a").evaluateAll(a => a.map(l => l.getAttribute("href") ?? ""));
    const to = links.find(h => new RegExp(pat).test(h)); if (!to) { console.log(j.name, "no link", pat, links.slice(0,20)); break; } await page.goto(to);
  }
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/shots/${j.name}.png`, fullPage: !!j.full });
  console.log(j.name, page.url());
  await ctx.close();
}
await browser.close();
