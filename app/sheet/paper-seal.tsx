// The seal at the foot of a printed sheet, and what the page says when its QR was scanned.
import { useDates } from "#app/dates.ts";
import { Notice, QrMark } from "#app/kit/index.ts";
import type { Seal } from "#server/results/seal.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["signing"]["seal"];

/** A hash in groups of eight characters, to be read aloud. */
export const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(" ") ?? hash;

export function PaperSeal({ seal, words }: { seal: Seal; words: Said }) {
  const dates = useDates();
  return (
    <section className="paper-seal" aria-label={words.title}>
      <QrMark qr={seal.qr} label={say(words.qr, { address: seal.qr.address })} />
      <dl>
        <dt>{words.hash}</dt>
        <dd className="hash-groups">{grouped(seal.hash)}</dd>
        <dt>
          {words.head} · {say(words.line, { seq: seal.head.seq })}
        </dt>
        <dd className="hash-groups">{grouped(seal.head.hash)}</dd>
        <dt>{say(words.at, { time: dates.moment(seal.at) })}</dt>
        <dd>{words.how}</dd>
      </dl>
    </section>
  );
}

/** Whether a paper, known by the hash in its QR, agrees with what stands; nothing where no QR was scanned. */
export function PaperCheck({
  scanned,
  hash,
  words,
}: {
  scanned: string | null;
  hash: string | null;
  words: Said;
}) {
  if (scanned === null) return null;
  if (scanned === hash) {
    return (
      <Notice tone="celadon" live="status" title={words.same}>
        {words.sameText}
      </Notice>
    );
  }
  return (
    <Notice tone="cinnabar" live="alert" title={words.changed}>
      {say(words.changedText, { hash: grouped(scanned.slice(0, 64)) })}
    </Notice>
  );
}
