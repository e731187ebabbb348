// The draw, committed and then proved: hashes before, seed and list after decoding, recomputed in the reader's own browser.
import { useEffect, useState } from "react";
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { Card, Facts, Grid, Notice, Section, Steps } from "#app/kit/index.ts";
import type { Coded } from "#domain/draws/draw.ts";
import { say } from "#words/language.ts";

type Revealed = {
  readonly seed: string;
  readonly entries: readonly string[];
  readonly coded: readonly Coded[];
};
type StoredDraw = {
  readonly seedHash: string;
  readonly entryHash: string;
  readonly committedAt: Date;
  readonly drawnAt: Date | null;
  readonly openedAt: Date | null;
  readonly revealed: unknown;
};
export type Draw = ReturnType<typeof shownDraw>;

/** What anybody may see of a draw: the commitment, and the revealed rest only once two people have opened the seal. */
export const shownDraw = ({ seedHash, entryHash, committedAt, drawnAt, openedAt, revealed }: StoredDraw) => ({
  seedHash,
  entryHash,
  committedAt: committedAt.toISOString(),
  drawnAt: drawnAt?.toISOString() ?? null,
  openedAt: openedAt?.toISOString() ?? null,
  revealed: openedAt ? (revealed as Revealed) : null,
});
type DrawWords = Words["open"]["draw"];

export function DrawProof({ draw, words }: { draw: Draw; words: DrawWords }) {
  const dates = useDates();
  const when = (instant: string | null) => (instant ? dates.moment(instant) : words.notYet);
  return (
    <Section title={words.title} lead={words.lead}>
      <Card>
        <Facts
          plain
          items={[
            { label: words.committed, value: when(draw.committedAt) },
            { label: words.drawn, value: when(draw.drawnAt) },
            { label: words.opened, value: when(draw.openedAt) },
            { label: words.seedHash, value: <code>{draw.seedHash}</code>, wide: true },
            { label: words.entryHash, value: <code>{draw.entryHash}</code>, wide: true },
            ...(draw.revealed
              ? [{ label: words.seed, value: <code>{draw.revealed.seed}</code>, wide: true }]
              : []),
          ]}
        />
        {draw.revealed ? (
          <Recomputed draw={draw} revealed={draw.revealed} words={words} />
        ) : (
          <p>{words.sealed}</p>
        )}
      </Card>
      {draw.revealed && <HowTo revealed={draw.revealed} words={words} />}
    </Section>
  );
}

const prefixOf = (revealed: Revealed): string => revealed.coded[0]?.code.split("-")[0] ?? "R";

function Recomputed({ draw, revealed, words }: { draw: Draw; revealed: Revealed; words: DrawWords }) {
  const [proven, setProven] = useState<boolean | null>(null);
  const { seedHash, entryHash } = draw;
  useEffect(() => {
    let over = false;
    void import("#domain/draws/draw.ts").then(({ proves }) => {
      const holds = proves(
        { seedHash, entryHash },
        revealed.entries,
        revealed.seed,
        revealed.coded,
        prefixOf(revealed),
      );
      if (!over) setProven(holds);
    });
    return () => {
      over = true;
    };
  }, [seedHash, entryHash, revealed]);
  if (proven === null) return <p>{words.checking}</p>;
  return (
    <Notice tone={proven ? "celadon" : "cinnabar"} live="status">
      {proven ? words.proven : words.broken}
    </Notice>
  );
}

function HowTo({ revealed, words }: { revealed: Revealed; words: DrawWords }) {
  const { steps } = words;
  const items = [steps.seed, steps.list, steps.shuffle, steps.codes].map(({ title, text }) => ({
    title,
    detail: say(text, { prefix: prefixOf(revealed) }),
    state: "next" as const,
  }));
  return (
    <>
      <Card title={words.entries} level={3}>
        <p>
          <code>{revealed.entries.join(" ")}</code>
        </p>
      </Card>
      <Card title={words.codes} level={3} lead={words.codesLead}>
        <Grid min="tiny">
          {revealed.coded.map(({ code, entry }) => (
            <code key={code}>{`${code} = ${entry}`}</code>
          ))}
        </Grid>
      </Card>
      <Card title={words.how} level={3}>
        <Steps label={words.how} items={items} />
      </Card>
    </>
  );
}
