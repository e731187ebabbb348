// A bundle: one skill, self-contained, from which anybody recomputes its standings and awards. No personal data.
// Its JSON Schema stands in docs/bundle.schema.json.
import { z } from "zod";
import { skillRules } from "../competitions/rules.ts";
import { parseExact } from "../exact.ts";
import { readMark } from "../marking/mark.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { compositionProblems } from "../results/composition.ts";
import { contestantStatuses } from "../results/ranking.ts";
import type { Aspect } from "../schemes/aspect.ts";
import { findAspect } from "../schemes/scheme.ts";
import { schemeForm } from "../schemes/scheme-form.ts";
import { schemeProblems } from "../schemes/scheme-problems.ts";
import { type Fault, faultOf } from "./bundle-fault.ts";

export const bundleFormat = "biansai-bundle/1";

const id = z.string().min(1).max(64);
const code = z.string().min(1).max(40);
const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const decimal = z.string().refine((text) => parseExact(text) !== null, { params: { wanted: "decimal" } });
/** An exact fraction such as "269/3", where six decimals do not hold a total. */
const fraction = z.string().regex(/^-?\d{1,40}\/[1-9]\d{0,39}$/);

/** A line of the ledger as anybody may see it; `open` and `closed` are absent in lines that cannot be shown. */
const ledgerLine = z.object({
  seq: z.int().min(1),
  previous: hash,
  hash,
  shown: z
    .object({
      deed: z.string(),
      at: z.string(),
      open: z.record(z.string(), z.unknown()),
      openSalt: hash,
      closed: hash,
    })
    .optional(),
});

const standing = z.object({
  code,
  rank: z.int().min(1).nullable(),
  status: z.enum(["ranked", "incomplete", "unranked", "absent", "withdrawn", "disqualified"]),
  total: decimal.nullable(),
  fraction: fraction.optional(),
});
const award = z.object({ code, rank: z.int().min(1), grade: z.string() });

export const bundleForm = z.object({
  format: z.literal(bundleFormat),
  competition: z.object({ name: z.string(), year: z.int() }),
  skill: z.object({ number: z.int(), name: z.string() }),
  scheme: schemeForm,
  /** Versions of the scheme that stood before: marks entered under one of them may be of aspects that are gone. */
  earlier: z.array(schemeForm).optional(),
  rules: skillRules,
  competitors: z.array(
    z.object({
      id,
      code,
      status: z.enum(contestantStatuses),
      group: z.string().nullable().optional(),
      /** False: ranked, and without a right to an award. */
      mayWin: z.boolean().optional(),
    }),
  ),
  /** Every revision of every mark; the newest of a cell counts, and null clears it. Seat 0 is the panel's one cell. */
  marks: z.array(
    z.object({
      competitor: id,
      aspect: z.string(),
      seat: count,
      round: z.int().min(1),
      version: z.int().min(1),
      value: decimal.nullable(),
      /** The round was opened again and decides nothing any more. */
      reopened: z.boolean().optional(),
      /** The line of the ledger it was recorded by. */
      seq: z.int().min(1).optional(),
    }),
  ),
  /** Seats whose trimmed mark the chief judge declared missing. */
  missing: z.array(z.object({ competitor: id, aspect: z.string(), seat: z.int().min(1) })),
  penalties: z.array(
    z.object({
      id: id.optional(),
      competitor: id,
      level: z.enum(["aspect", "module", "practical", "total"]),
      target: z.string().optional(),
      amount: decimal.optional(),
    }),
  ),
  /** The committee's orders of people who are equal after the tie chain, by id, the first first. */
  orders: z.array(z.array(id).min(2)),
  /** Null where the marks were not recorded by a ledger. */
  ledger: z.object({ chain: z.string(), lines: z.array(ledgerLine) }).nullable(),
  /** What was published; null before. */
  published: z.object({ standings: z.array(standing), awards: z.array(award) }).nullable(),
});
export type Bundle = z.output<typeof bundleForm>;

/** Reads unknown JSON as a bundle. Refuses `bundle.invalid` with the place of the first fault and what it is. */
export function readBundle(value: unknown): Outcome<Bundle> {
  const parsed = bundleForm.safeParse(value);
  const fault = parsed.success ? firstFault(parsed.data) : faultOf(parsed.error.issues[0]!, value);
  if (fault)
    return refuse("bundle.invalid", { ...fault, fault: fault.fault, place: fault.place || "bundle" });
  return ok(parsed.data!);
}

/** What arithmetic divides by. */
const dividing: ReadonlySet<string> = new Set(["step-not-positive", "scale-not-positive", "interval-empty"]);

/** A tie measure that is nowhere breaks no tie. */
const harmless: ReadonlySet<string> = new Set(["measure-unknown", "no-time"]);

/** What a form alone does not see: references that lead nowhere, marks that their aspect does not take, penalties without effect. */
function firstFault(bundle: Bundle): Fault | null {
  const ids = new Set(bundle.competitors.map((one) => one.id));
  const codes = new Set(bundle.competitors.map((one) => one.code));
  if (ids.size !== bundle.competitors.length || codes.size !== bundle.competitors.length) {
    return { place: "competitors", fault: "repeated-competitor" };
  }
  const unsound = schemeProblems(bundle.scheme).find(({ code }) => dividing.has(code));
  if (unsound) return { place: `scheme ${unsound.path}`, fault: "not-positive" };
  const unfit = compositionProblems(bundle.scheme, bundle.rules).find(({ code }) => !harmless.has(code));
  if (unfit)
    return { place: "rules", fault: unfit.id ? "rules-do-not-fit" : "weights-not-one", id: unfit.id };
  const cells = new Set<string>();
  for (const [at, mark] of bundle.marks.entries()) {
    const { competitor, aspect, seat, round, version } = mark;
    const key = [competitor, aspect, seat, round, version].join("/");
    if (cells.has(key)) return { place: `marks.${at}`, fault: "repeated-mark" };
    cells.add(key);
    const place = `marks.${at}`;
    const aspects = aspectsCalled(bundle, mark);
    if (!ids.has(mark.competitor)) return { place, fault: "no-competitor", id: mark.competitor };
    if (aspects.length === 0) return { place, fault: "no-aspect", id: mark.aspect };
    if (!aspects.some((aspect) => readMark(aspect, mark.value).ok))
      return { place, fault: "mark-not-taken", id: mark.aspect, value: String(mark.value) };
  }
  for (const [at, one] of bundle.missing.entries()) {
    if (!ids.has(one.competitor))
      return { place: `missing.${at}`, fault: "no-competitor", id: one.competitor };
  }
  for (const [at, one] of bundle.penalties.entries()) {
    const place = `penalties.${at}`;
    if (!ids.has(one.competitor)) return { place, fault: "no-competitor", id: one.competitor };
    const takes = one.level === "aspect" || one.level === "module" ? one.target : one.amount;
    if (takes === undefined) return { place, fault: "penalty-empty" };
  }
  const again = bundle.orders.findIndex((order) => new Set(order).size !== order.length);
  if (again >= 0) return { place: `orders.${again}`, fault: "repeated-in-order" };
  const stray = bundle.orders.findIndex((order) => order.some((one) => !ids.has(one)));
  return stray >= 0 ? { place: `orders.${stray}`, fault: "stranger-in-order" } : null;
}

/** The aspect a mark is of: as it stands and, where a later revision took the mark's place or it is gone, as it stood before. */
function aspectsCalled(bundle: Bundle, mark: Bundle["marks"][number]): Aspect[] {
  const { scheme, earlier = [] } = bundle;
  const held = (version: Bundle["scheme"]): Aspect[] => {
    const found = findAspect(version, mark.aspect);
    return found ? [found.aspect] : [];
  };
  const stands = held(scheme);
  if (earlier.length === 0 || (stands.length > 0 && isNewest(bundle, mark))) return stands;
  return [...stands, ...earlier.flatMap(held)];
}

const isNewest = ({ marks }: Bundle, mark: Bundle["marks"][number]): boolean =>
  !marks.some(
    (one) =>
      one.version > mark.version &&
      one.competitor === mark.competitor &&
      one.aspect === mark.aspect &&
      one.seat === mark.seat &&
      one.round === mark.round,
  );
