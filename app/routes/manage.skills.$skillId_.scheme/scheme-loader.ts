// Everything the page of a scheme shows: the version asked for, its sums and problems, what it can be copied from, what it would move.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { permit } from "#app/gate.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { changesBetween } from "#domain/schemes/changed.ts";
import type { Permit } from "#server/access/proofs.ts";
import { refusalSentence } from "#words/refusals.ts";
import { readTyping, schemeView } from "./scheme-view.ts";

export async function schemeLoader({ request, params, context }: LoaderFunctionArgs) {
  const skillId = params["skillId"]!;
  const editor = await permit(context, request, "schemes.edit", { skillId });
  const { schemes, access } = context.services;
  const [newest, place, versions, organizer, overseer] = await Promise.all([
    schemes.readSkillScheme(editor),
    schemes.readSchemePlace(editor),
    schemes.listVersions(editor),
    access.authorize(context.actor, "competitions.configure", { skillId }),
    access.authorize(context.actor, "marking.oversee", { skillId }),
  ]);
  const { searchParams } = new URL(request.url);
  const asked = Number(searchParams.get("version"));
  const older =
    Number.isInteger(asked) && asked > 0 && asked < 10_000 ? await schemes.readVersion(editor, asked) : null;
  const { scheme, version, marked } = newest;
  const isDraft = newest.lockedAt === null && older === null;
  const shown = older ? asked : version;
  const oversee = overseer.ok && isDraft ? (overseer.value as Permit<"marking.oversee">) : null;
  const weighed = oversee && (await schemes.weighVersion(oversee));
  const waiting = weighed?.waiting ?? null;
  const effect = weighed?.effect ?? null;
  const refusal = effect
    ? effect.ok
      ? null
      : effect.refusal
    : isDraft
      ? await schemes.versionRefusal(editor)
      : null;
  const typing = isDraft ? readTyping(request.url, scheme) : null;
  return {
    words: context.words.manage,
    judging: waiting ? context.words.judge : null,
    waiting,
    effect: effect?.ok ? effect.value : null,
    refusal: refusal && refusalSentence(refusal, context.language),
    changes:
      shown > 1 ? changesBetween((await schemes.readVersion(editor, shown - 1))!, older ?? scheme) : null,
    toRead: waiting !== null && !waiting.writtenByMe && !searchParams.has("write") && typing === null,
    place,
    organizes: organizer.ok,
    version: shown,
    isOlder: older !== null,
    isDraft,
    marked,
    reason: newest.reason,
    seen: newest.hash,
    lockedAt: newest.lockedAt?.toISOString() ?? null,
    versions: versions.map(({ lockedAt, ...one }) => ({ ...one, lockedAt: lockedAt?.toISOString() ?? null })),
    isFinal: hasReached(place.stage, "signed"),
    revisable: newest.lockedAt !== null && !hasReached(place.stage, "signed"),
    scheme: schemeView(older ?? scheme),
    typing,
    ordering: isDraft && version <= 1 && searchParams.has("order"),
    moved: searchParams.has("moved")
      ? { id: searchParams.get("moved")!, way: searchParams.get("way") === "up" ? "up" : "down" }
      : null,
    sources:
      isDraft && !marked && !searchParams.has("order")
        ? await sourcesOf(schemes.listSchemeSources(editor))
        : null,
  };
}

type Listed = Awaited<ReturnType<LoaderFunctionArgs["context"]["services"]["schemes"]["listSchemeSources"]>>;

async function sourcesOf(listed: Promise<Listed>) {
  const { templates, skills } = await listed;
  return {
    templates,
    skills: skills.map(({ id, number, name, competition }) => ({
      id,
      number,
      name,
      competition,
    })),
  };
}
