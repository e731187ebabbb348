// The one page of the plain listener: how a device comes to trust the server. It stands alone: no script, no other file.
import { createHash } from "node:crypto";
import { renderSVG } from "uqr";
import { wordsFor } from "#words/index.ts";
import { htmlLanguage, type Language } from "#words/language.ts";

export type Guide = {
  readonly language: Language;
  /** Where the product is, https://192.168.1.8:3000 */
  readonly url: string;
  readonly certificatePath: string;
  readonly fingerprint: string;
};

const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1b2321;--soft:#4d5754;--line:#e2dfd6;--act:#2f6f69;--on:#fff;--sunk:#f3f1eb}
@media(prefers-color-scheme:dark){:root{--paper:#111715;--card:#19211f;--ink:#eef2ef;--soft:#b5c2bd;--line:#2e3a37;--act:#83c4b8;--on:#0b211d;--sunk:#232d2a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
header,main{max-width:680px;margin:0 auto;padding:16px}
header{display:flex;justify-content:space-between;align-items:center;gap:16px;color:var(--soft)}
h1,h2{font-family:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif;line-height:1.3;margin:0 0 8px}
h1{font-size:26px}h2{font-size:20px}h3{font-size:17px;margin:16px 0 4px}
p{margin:0 0 12px}ol{margin:0;padding-left:24px}li{margin:4px 0}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:20px;margin:16px 0}
a{color:var(--act)}
header a{display:inline-flex;align-items:center;min-height:44px}
a.button{display:inline-flex;align-items:center;min-height:52px;padding:0 24px;border-radius:8px;background:var(--act);color:var(--on);font-size:17px;text-decoration:none}
code{display:block;overflow-wrap:anywhere;background:var(--sunk);border-radius:8px;padding:12px;margin:0 0 12px;font:15px/1.6 ui-monospace,"Cascadia Mono","SFMono-Regular",monospace}
.quiet{color:var(--soft);font-size:13px}
.code{width:200px;max-width:100%;padding:12px;background:#fff;border:1px solid var(--line);border-radius:8px;margin:0 0 12px}
.code svg{display:block;width:100%;height:auto}`;

/** Its style is the one thing the page may load, named by its hash. */
export const guidePolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export function guidePage({ language, url, certificatePath, fingerprint }: Guide): string {
  const { guide } = wordsFor(language).venue;
  const told = (text: string): string => escaped(text);
  const devices = guide.devices
    .map(
      ({ name, steps }) =>
        `<h3>${told(name)}</h3><ol>${steps.map((step) => `<li>${told(step)}</li>`).join("")}</ol>`,
    )
    .join("");
  return `<!doctype html>
<html lang="${htmlLanguage[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${told(guide.title)}</title><style>${style}</style></head><body>
<header><span>${told(guide.brand)}</span><a href="?language=${language === "zh" ? "en" : "zh"}" lang="${htmlLanguage[language === "zh" ? "en" : "zh"]}">${told(guide.language)}</a></header>
<main><h1>${told(guide.title)}</h1><p>${told(guide.lead)}</p>
<section><h2>${told(guide.first)}</h2><p><a class="button" href="${certificatePath}">${told(guide.download)}</a></p>
<p>${told(guide.fingerprint)}</p><code>${told(fingerprint).replaceAll(":", ":<wbr>")}</code><p>${told(guide.compare)}</p><p class="quiet">${told(guide.scope)}</p></section>
<section><h2>${told(guide.second)}</h2>${devices}</section>
<section><h2>${told(guide.third)}</h2><p>${told(guide.scan)}</p>
<div class="code">${renderSVG(url, { border: 0 })}</div><code>${told(url)}</code>
<p><a class="button" href="${escaped(url)}">${told(guide.enter)}</a></p><p class="quiet">${told(guide.install)}</p></section>
</main></body></html>`;
}
