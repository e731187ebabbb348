// The password that everybody hired for a test has, and the proof of giving it again before a signature.

import type { Outcome } from "#domain/outcome.ts";
import { actorOf } from "../../server/access/actor.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import type { Presence } from "../../server/access/proofs.ts";
import type { SignatureKind } from "../../server/results/sign.ts";
import type { TestHouse } from "./house.ts";
import type { Person, SkillStage } from "./stage.ts";

export const everyPassword = "bianliang-2026";
export const passwordHash = hashPassword(everyPassword);

/** The proof that this person is at the keyboard; a refusal fails the test with its code. */
export async function presenceOf(at: TestHouse, person: { readonly accountId: string }): Promise<Presence> {
  const actor = (await actorOf(at.house, person.accountId))!;
  const here = await at.services.access.provePresence(actor, everyPassword, "test");
  if (!here.ok) throw new Error(`refused: ${here.refusal.code}`);
  return here.value;
}

/** Signs over the content of this hash, with the password given again. */
export async function signAs(
  skill: SkillStage,
  who: Person,
  kind: SignatureKind,
  hash: string,
): Promise<Outcome> {
  const { results } = skill.at.services;
  const here = await presenceOf(skill.at, who);
  if (kind === "checked")
    return results.signResult(await skill.permit(who, "results.check"), kind, hash, here);
  if (kind === "chief")
    return results.signResult(await skill.permit(who, "results.sign-as-chief"), kind, hash, here);
  return results.signResult(await skill.permit(who, "results.sign-as-supervisor"), kind, hash, here);
}

/** A judge signs the summary of a day as it stands, or over another hash. */
export async function signDayAs(
  skill: SkillStage,
  place: number,
  day: number,
  more: { readonly hash?: string; readonly drawn?: Uint8Array } = {},
): Promise<Outcome> {
  const { results } = skill.at.services;
  const seat = await skill.seat(place);
  const shown = await results.readDayToSign(seat, day, "http://here");
  const seenHash = more.hash ?? (shown.ok ? (shown.value.seal?.hash ?? "") : "");
  const signing = { day, seenHash, drawn: more.drawn ?? null };
  return results.signDay(seat, signing, await presenceOf(skill.at, skill.judges[place - 1]!));
}
