// Plays one skill through the product's own services, as far as its trade says: field, draw, marks, signatures, notice.
import { randomUUID } from "node:crypto";
import { sha256Hex } from "#domain/chance.ts";
import { exact, formatExact } from "#domain/exact.ts";
import { ok } from "#domain/outcome.ts";
import { type Aspect, isPerSeat } from "#domain/schemes/aspect.ts";
import { aspectsOf, subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { House } from "../house.ts";
import type { Services } from "../services.ts";
import { type Company, must, type Player } from "./cast.ts";
import type { Trade } from "./trade.ts";

/** One judgement of a field still being marked, too far apart: it waits for a second round. */
const apart = ["0", "2", "2"];
const panel: readonly Player[] = ["caipan1", "caipan2", "caipan3"];
const order: readonly Trade["until"][] = [
  "registration",
  "drawn",
  "scoring",
  "complete",
  "decoded",
  "notice",
  "published",
];
const reaches = (trade: Trade, until: Trade["until"]): boolean =>
  order.indexOf(trade.until) >= order.indexOf(until);

export type Stage = { readonly house: House; readonly services: Services; readonly company: Company };

/** Seats the panel and locks the scheme of a skill that is being set up. */
export async function equip(
  { house, services, company }: Stage,
  skillId: string,
  trade: Trade,
): Promise<void> {
  const configure = await company.permit(house, "zuzhi", "competitions.configure", { skillId });
  for (const [place, judge] of panel.entries()) {
    must(
      await services.competitions.seatJudge(configure, { accountId: company.ids[judge], number: place + 1 }),
    );
  }
  await company.grant("caipanzhang", "chief-judge", { skillId });
  await company.grant("lufen", "recorder", { skillId });
  const edit = await company.permit(house, "zuzhi", "schemes.edit", { skillId });
  must(await services.schemes.editScheme(edit, () => ok(trade.scheme)));
  must(await services.schemes.lockScheme(edit));
}

/** From the accepted field to where the trade stops. `publish` comes later, when the notice has closed. */
export async function perform(stage: Stage, skillId: string, trade: Trade): Promise<void> {
  if (!reaches(trade, "drawn")) return;
  await drawField(stage, skillId, trade);
  if (!reaches(trade, "scoring")) return;
  const { house, services, company } = stage;
  const oversee = await company.permit(house, "caipanzhang", "marking.oversee", { skillId });
  must(await services.marking.openScoring(oversee));
  await markField(stage, skillId, trade);
  if (!reaches(trade, "complete")) return;
  must(await services.results.completeResult(oversee));
  if (!reaches(trade, "decoded")) return;
  await sign(stage, skillId);
  if (!reaches(trade, "notice")) return;
  must(
    await services.notices.openNotice(await company.permit(house, "zuzhi", "results.publish", { skillId })),
  );
}

async function drawField({ house, services, company }: Stage, skillId: string, trade: Trade): Promise<void> {
  if (trade.open) {
    must(
      await services.draws.fixField(
        await company.permit(house, "zuzhi", "competitions.configure", { skillId }),
      ),
    );
    return;
  }
  must(await services.draws.commitDraw(await company.permit(house, "jiami", "draws.code", { skillId })));
  must(await services.draws.witnessDraw(await company.permit(house, "jiandu", "draws.witness", { skillId })));
}

/** Marks everything of a trade that is complete; of one still being marked about two thirds, the first sub-criteria locked. */
async function markField({ house, services, company }: Stage, skillId: string, trade: Trade): Promise<void> {
  const oversee = await company.permit(house, "caipanzhang", "marking.oversee", { skillId });
  const { contestants } = await services.marking.readWall(oversee);
  const seats = await Promise.all(panel.map((judge) => company.seat(house, judge, skillId)));
  const whole = reaches(trade, "complete");
  const aspects = aspectsOf(trade.scheme);
  if (whole) {
    const last = contestants.at(-1)!;
    must(
      await services.marking.setContestantStatus(oversee, {
        contestantId: last.id,
        status: "absent",
        reason: "检录时未到场",
      }),
    );
  }
  const field = whole ? contestants.slice(0, -1) : contestants;
  const firstDay = trade.daySignatures ? aspectsOfFirstDay(trade) : 0;
  for (const [row, contestant] of field.entries()) {
    const some = Math.ceil(aspects.length * (row % 3 === 0 ? 0.85 : 0.6));
    const done = whole || (firstDay > 0 && row === 1) ? aspects.length : Math.max(firstDay, some);
    for (const [column, aspect] of aspects.slice(0, done).entries()) {
      const givers = isPerSeat(aspect) ? seats : [seats[row % seats.length]!];
      for (const seat of givers) {
        const split = !whole && row === 1 && column >= firstDay && isPerSeat(aspect);
        const value = split
          ? apart[seat.number - 1]!
          : invented(aspect, `${trade.name}${contestant.code}${aspect.id}`, seat.number);
        const command = {
          requestId: randomUUID(),
          contestantId: contestant.id,
          aspectId: aspect.id,
          round: 1,
          value,
          expectedVersion: 0,
        };
        must(ack(await services.marking.enterMark(seat, command)));
      }
    }
  }
  const subs = subcriteriaOf(trade.scheme).map(({ subcriterion }) => subcriterion.id);
  for (const sub of whole ? subs : trade.open || trade.daySignatures ? subs.slice(0, 2) : []) {
    if (trade.confirm === "second") await confirmAll({ house, services, company }, skillId, sub);
    must(await services.marking.lockSubcriterion(oversee, sub));
  }
  if (trade.daySignatures) await signFirstDay({ house, services, company }, skillId);
}

/** The recorder has looked at every sheet of a sub-criterion. */
async function confirmAll({ house, services, company }: Stage, skillId: string, sub: string): Promise<void> {
  const confirm = await company.permit(house, "lufen", "marking.confirm", { skillId });
  for (const { contestantId, subcriterionId } of await services.marking.awaitingConfirmation(confirm)) {
    if (subcriterionId === sub)
      must(await services.marking.confirmSheet(confirm, { contestantId, subcriterionId }));
  }
}

/** How many aspects, from the first on, are marked on the first day. */
const aspectsOfFirstDay = (trade: Trade): number =>
  subcriteriaOf(trade.scheme)
    .filter(({ subcriterion }) => subcriterion.day === 1)
    .reduce((n, { subcriterion }) => n + subcriterion.aspects.length, 0);

/** Two of the three judges have signed the first day: the first one's signature is a visitor's to give. */
async function signFirstDay({ house, services, company }: Stage, skillId: string): Promise<void> {
  for (const judge of panel.slice(1)) {
    const seat = await company.seat(house, judge, skillId);
    const { seal } = must(await services.results.readDayToSign(seat, 1, ""));
    const signing = { day: 1, seenHash: seal!.hash, drawn: null };
    must(await services.results.signDay(seat, signing, await company.presence(house, judge)));
  }
}

const ack = (answer: Awaited<ReturnType<Services["marking"]["enterMark"]>>) =>
  answer.ok ? ok(answer) : answer;

/** A mark that leans high, the same each time for the same cell; seats differ by at most one level. */
function invented(aspect: Aspect, cell: string, seat: number): string {
  const luck = Number.parseInt(sha256Hex(cell).slice(0, 6), 16) / 0xffffff;
  if (aspect.kind === "measurement" && !aspect.how) return luck < 0.82 ? aspect.max : "0";
  if (aspect.kind === "judgement")
    return String(Math.min(3, 1 + Math.floor(luck * 2) + (seat === 2 && luck > 0.6 ? 1 : 0)));
  if (aspect.kind !== "value") throw new Error(`the demonstration has no ${aspect.kind} yet: ${aspect.id}`);
  const steps = exact(aspect.max).div(exact(aspect.step));
  const taken = Math.round(Number(steps.n / steps.d) * (0.55 + luck * 0.45));
  return formatExact(exact(aspect.step).mul(exact(taken)));
}

async function sign({ house, services, company }: Stage, skillId: string): Promise<void> {
  const overseer = await company.permit(house, "caipanzhang", "competitions.oversee", { skillId });
  const { hash } = await services.results.readResultDesk(overseer);
  must(
    await services.results.signResult(
      await company.permit(house, "lufen", "results.check", { skillId }),
      "checked",
      hash!,
      await company.presence(house, "lufen"),
    ),
  );
  must(
    await services.results.signResult(
      await company.permit(house, "caipanzhang", "results.sign-as-chief", { skillId }),
      "chief",
      hash!,
      await company.presence(house, "caipanzhang"),
    ),
  );
  must(
    await services.results.signResult(
      await company.permit(house, "jiandu", "results.sign-as-supervisor", { skillId }),
      "supervisor",
      hash!,
      await company.presence(house, "jiandu"),
    ),
  );
  must(await services.draws.askOpening(await company.permit(house, "jiami", "draws.code", { skillId })));
  must(await services.draws.openSeal(await company.permit(house, "jiandu", "draws.witness", { skillId })));
}
