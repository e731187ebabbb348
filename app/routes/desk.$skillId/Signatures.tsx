// Who has signed what and when; the hash names the exact content, short to compare by eye and whole to copy.
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { Card, StatusDot, Steps } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { shortHash } from "./deeds.ts";
import type { DeskView } from "./desk-view.ts";

type Props = { desk: DeskView; words: Words["desk"] };

export function Signatures({ desk, words }: Props) {
  const { terms } = useShell();
  return (
    <Card title={words.signatures} lead={words.signaturesLead}>
      <Steps
        label={words.signatures}
        items={(["checked", "chief", "supervisor"] as const).map((kind) => {
          const signed = desk.signOffs.find((one) => one.kind === kind);
          return {
            title: terms.signature[kind],
            detail: signed ? <Signed signed={signed} desk={desk} words={words} /> : words.unsigned,
            state: signed ? ("done" as const) : ("next" as const),
          };
        })}
      />
      {desk.hash && (
        <div>
          <p>
            {words.hash} <code>{shortHash(desk.hash)}</code>
          </p>
          <details>
            <summary>{words.hashFull}</summary>
            <code className="break-anywhere">{desk.hash}</code>
          </details>
        </div>
      )}
    </Card>
  );
}

function Signed({ signed, desk, words }: Props & { signed: DeskView["signOffs"][number] }) {
  const dates = useDates();
  const agrees = desk.hash === null || desk.hash === signed.contentHash;
  return (
    <>
      <span>
        <b>{signed.name}</b> · {say(words.signedAt, { time: dates.moment(signed.at) })}
      </span>
      {signed.mine && <span> · {words.byYou}</span>}
      {!agrees && (
        <span>
          <br />
          {say(words.signedContent, { hash: shortHash(signed.contentHash) })}{" "}
          <StatusDot tone="cinnabar" shape="differ" label={words.signedDiffers} />
        </span>
      )}
    </>
  );
}
