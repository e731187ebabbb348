// What the check of the ledger says to people: one sentence, with the first place of each kind of finding.
import type { Finding, LedgerReport } from "./verify-ledger.ts";

type What = Finding["what"];
const places = {
  "chain-broken": ({ chain, seq }) => `${chain} 从第 ${seq} 行起对不上`,
  "anchor-differs": ({ chain, seq, at }) => `${chain} 第 ${seq} 行与 ${at} 的锚点不同，此链在那以后被改写过`,
  "anchor-ahead": ({ chain, anchored, stands, at }) =>
    `${chain} 在 ${at} 已有 ${anchored} 行，数据库里只有 ${stands} 行。若刚从备份恢复，缺的是备份之后写入的；没有恢复过，就是链尾被删`,
  "lines-missing": ({ chain, anchored, stands, at }) =>
    `${chain} 在 ${at} 已有 ${anchored} 行，数据库里只有 ${stands} 行，而更晚的锚点仍对得上，不是恢复备份所致`,
  "anchor-unreadable": ({ place }) => place,
  "mark-without-line": ({ chain, seq }) => `${chain} 第 ${seq} 行`,
  "line-without-mark": ({ chain, seq }) => `${chain} 第 ${seq} 行`,
  "mark-differs": ({ chain, seq, fields }) => `${chain} 第 ${seq} 行的 ${fields.join("、")}`,
  "cell-astray": ({ chain, cell }) => `${chain} 的 ${cell}`,
  "evidence-differs": ({ chain, evidence, fields }) => `${chain} 附件 ${evidence} 的 ${fields.join("、")}`,
} satisfies { readonly [W in What]: (one: Extract<Finding, { what: W }>) => string };

const names: Readonly<Record<What, string>> = {
  "chain-broken": "链被改动",
  "anchor-differs": "链与锚点不同",
  "anchor-ahead": "锚点比数据库新",
  "lines-missing": "链尾被删",
  "anchor-unreadable": "锚点文件有读不懂的行",
  "mark-without-line": "评分没有账本行",
  "line-without-mark": "账本行没有评分",
  "mark-differs": "评分与账本不一致",
  "cell-astray": "当前分不是最新一次评分",
  "evidence-differs": "附件与账本不一致",
};

/** One Chinese sentence for the person who asked. */
export function ledgerSentence(report: LedgerReport): string {
  const { chains, marks, anchors, findings } = report;
  const lines = chains.reduce((sum, one) => sum + one.lines, 0);
  if (report.ok) {
    const anchored = anchors.newest
      ? `锚点 ${anchors.lines} 个，最新 ${anchors.newest}`
      : "还没有锚点，无从发现整条链被重写";
    return `账本核对无误：${chains.length} 条链 ${lines} 行，评分 ${marks} 次，${anchored}。`;
  }
  const kinds = [...new Set(findings.map((one) => one.what))];
  const told = kinds.map((what) => {
    const same = findings.filter((one) => one.what === what);
    return `${names[what]} ${same.length} 处（${(places[what] as (one: Finding) => string)(same[0]!)}）`;
  });
  return `账本核对不通过：${told.join("；")}。`;
}
