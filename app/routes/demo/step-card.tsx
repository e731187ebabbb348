// One step of the guide: what is done there, and a button for everybody who does it.
import { Form } from "@remix-run/react";
import { useShell } from "#app/frame.tsx";
import { Badge, Button, Card, RowList } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

type Step = Loaded["steps"][number];
type Player = Step["players"][number];
const mostPlayers = 6;

export function StepCard({ step, place, words }: { step: Step; place: number; words: Loaded["words"] }) {
  const { terms } = useShell();
  const { title, text } = words.steps[step.key];
  const shown = step.players.slice(0, mostPlayers);
  const more = step.players.length - shown.length;
  return (
    <Card title={title} level={3} badges={<Badge>{say(words.step, { n: place })}</Badge>} lead={text}>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <RowList
          label={title}
          items={shown.map((player) => ({
            key: `${player.role}:${player.login}`,
            title: `${player.name} · ${terms.role[player.role]}`,
            detail: whereabouts(player, words),
            value: <Enter player={player} role={terms.role[player.role]} words={words} />,
          }))}
        />
      )}
      {more > 0 && <small>{say(words.more, { n: more })}</small>}
    </Card>
  );
}

/** Where somebody holds the role; the account where the role has no place. */
function whereabouts({ login, places, seat }: Player, words: Loaded["words"]): string {
  const [first] = places;
  const parts = [
    first && (places.length === 1 ? first : say(words.places, { first, n: places.length })),
    seat !== null && say(words.seat, { n: seat }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : login;
}

/** The whole document is fetched anew, so that nothing of the person before stays behind. */
function Enter({ player, role, words }: { player: Player; role: string; words: Loaded["words"] }) {
  return (
    <Form method="post" action="/demo" reloadDocument>
      <input type="hidden" name="intent" value="enter" />
      <input type="hidden" name="role" value={player.role} />
      <Button
        type="submit"
        name="login"
        value={player.login}
        aria-label={say(words.enterAs, { name: player.name, role })}
      >
        {words.enter}
      </Button>
    </Form>
  );
}
