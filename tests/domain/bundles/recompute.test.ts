// Recomputation by a third party: a bundle alone gives what was published, and any change of it is found.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planAwards } from "#domain/awards/policy.ts";
import { type Bundle, bundleFormat, readBundle } from "#domain/bundles/bundle.ts";
import { recompute } from "#domain/bundles/recompute.ts";
import { genesis, hashLine, showLine } from "#domain/ledger/chain.ts";
import { byContestant } from "#domain/marking/mark.ts";
import { standings } from "#domain/results/standings.ts";
import { anyContest, type Contest } from "../scoring-arbitraries.ts";

/** The bundle of a contest, with a ledger that recorded each mark and the result as it was published. */
function bundleOf(contest: Contest): Bundle {
  const { scheme, rules, contestants, cells, penalties } = contest;
  const lines: NonNullable<Bundle["ledger"]>["lines"] = [];
  const marks = cells.map(({ contestantId, aspectId, seat, round, version, value }, at) => {
    const line = {
      chain: "skill:x",
      seq: at + 1,
      deed: "mark-entered",
      payload: { contestantId, aspectId, seat, round, version, value, by: "录分员" },
      actor: "裁判",
      at: "2026-11-28T01:00:00.000Z",
      previous: lines.at(-1)?.hash ?? genesis,
      salt: "5a".repeat(16),
    };
    const { deed, at: time, open, openSalt, closed } = showLine(line);
    const shown = { deed, at: time, open, openSalt, closed };
    lines.push({ seq: line.seq, previous: line.previous, hash: hashLine(line), shown });
    return { competitor: contestantId, aspect: aspectId, seat, round, version, value, seq: at + 1 };
  });
  const placed = standings(scheme, rules, contestants, byContestant(cells), { penalties, orders: [] });
  return {
    format: bundleFormat,
    competition: { name: "市赛", year: 2026 },
    skill: { number: 17, name: "网站技术" },
    scheme: scheme as Bundle["scheme"],
    rules,
    competitors: [...contestants],
    marks,
    missing: [],
    penalties: [...penalties].flatMap(([competitor, list]) => list.map((one) => ({ competitor, ...one }))),
    orders: [],
    ledger: { chain: "skill:x", lines },
    published: {
      standings: placed.map(({ contestantId: _, agreed: __, of: ___, ...row }) => row),
      awards: planAwards(placed, rules).awarded.map(({ contestantId: _, ...one }) => one),
    },
  };
}
const travelled = (bundle: Bundle): Bundle => {
  const read = readBundle(JSON.parse(JSON.stringify(bundle)));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};

test("写成 JSON 再读回，算出的就是公布的", () => {
  fc.assert(
    fc.property(anyContest, (contest) => {
      const bundle = bundleOf(contest);
      const found = recompute(travelled(bundle));
      expect(found).toMatchObject({ ok: true, differing: [], ledger: { ok: true, brokenAt: null } });
      expect(JSON.stringify(bundle)).not.toMatch(/裁判|录分员/);
    }),
    { numRuns: 60 },
  );
});

describe("改动都能发现", () => {
  const changed = anyContest
    .filter((contest) => contest.cells.length > 1)
    .chain((contest) => fc.tuple(fc.constant(bundleOf(contest)), fc.nat()));

  test("公布的总分、名次或奖项被改", () => {
    fc.assert(
      fc.property(changed, ([bundle, pick]) => {
        const rows = bundle.published!.standings;
        const row = rows[pick % rows.length]!;
        const forged = { ...row, rank: (row.rank ?? 0) + 1 };
        const standingsForged = rows.map((one) => (one === row ? forged : one));
        const found = recompute({
          ...bundle,
          published: { ...bundle.published!, standings: standingsForged },
        });
        expect(found).toMatchObject({ ok: false, differing: [row.code] });
      }),
      { numRuns: 40 },
    );
  });

  test("一次评分被改：账本指出那一行", () => {
    fc.assert(
      fc.property(changed, ([bundle, pick]) => {
        const at = pick % bundle.marks.length;
        const marks = bundle.marks.map((one, place) => (place === at ? { ...one, value: null } : one));
        expect(recompute({ ...bundle, marks }).ledger).toMatchObject({ ok: false, differing: [at + 1] });
      }),
      { numRuns: 40 },
    );
  });

  test("一次评分被拿掉", () => {
    fc.assert(
      fc.property(changed, ([bundle, pick]) => {
        const at = pick % bundle.marks.length;
        const marks = bundle.marks.toSpliced(at, 1);
        expect(recompute({ ...bundle, marks }).ledger).toMatchObject({ ok: false, differing: [at + 1] });
      }),
      { numRuns: 40 },
    );
  });

  test("账本的一行被改、被拿掉", () => {
    fc.assert(
      fc.property(changed, ([bundle, pick]) => {
        const { chain, lines } = bundle.ledger!;
        const at = pick % lines.length;
        const open = { ...lines[at]!.shown!.open, value: "999" };
        const edited = lines.with(at, { ...lines[at]!, shown: { ...lines[at]!.shown!, open } });
        expect(recompute({ ...bundle, ledger: { chain, lines: edited } }).ledger?.brokenAt).toBe(at + 1);
        const cut = lines.toSpliced(at, 1);
        expect(recompute({ ...bundle, ledger: { chain, lines: cut } }).ledger?.ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

test("同一格评过几次，以最后一次为准，不论先后写在包里的哪里；清空的不作数", () => {
  const [contest] = fc.sample(
    anyContest.filter((one) => one.cells.length > 0),
    { numRuns: 1, seed: 11 },
  );
  const bundle = { ...bundleOf(contest!), ledger: null };
  const [first] = bundle.marks;
  const again = { ...first!, version: 2, seq: undefined };
  const earlier = { ...first!, value: null, seq: undefined };
  expect(recompute({ ...bundle, marks: [again, ...bundle.marks.slice(1), earlier] }).ok).toBe(true);
  const cleared = { ...first!, version: 2, value: null, seq: undefined };
  const code = contest!.contestants.find((one) => one.id === first!.competitor)!.code;
  const found = recompute({ ...bundle, marks: [...bundle.marks, cleared] });
  expect(found.standings.find((row) => row.code === code)!.total).toBeNull();
});
