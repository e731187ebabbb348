// The list for checking in: those still expected first, one large button each, within reach of the thumb.
import { Form } from "@remix-run/react";
import { useDates } from "#app/dates.ts";
import {
  ButtonLink,
  EmptyState,
  SearchField,
  Section,
  StatusDot,
  SubmitButton,
  VisuallyHidden,
} from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Found } from "./floor-action.ts";
import type { FloorPage } from "./route.tsx";
import { TakeBack } from "./take-back.tsx";

type Entrant = FloorPage["floor"]["entrants"][number];

export function CheckIn(page: FloorPage & { found: Found | undefined }) {
  const { floor, found, words } = page;
  const here = `/floor/${floor.skill.id}`;
  if (floor.entrants.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>;
  return (
    <>
      <SearchField
        key={found ? `found ${found.typed}` : `all ${page.done}`}
        id="floor-q"
        method="post"
        action={here}
        keep={{ intent: "search" }}
        name="q"
        label={words.search}
        hint={words.searchHint}
        defaultValue={found?.typed ?? ""}
        submitLabel={words.searchSubmit}
      />
      {found ? <FoundList {...page} found={found} /> : <WholeList {...page} />}
    </>
  );
}

function FoundList(page: FloorPage & { found: Found }) {
  const { found, floor, words } = page;
  const n = found.entrants.length;
  return (
    <Section
      title={found.typed ? say(words.foundFor, { q: found.typed, n }) : say(words.found, { n })}
      actions={<ButtonLink to={`/floor/${floor.skill.id}`}>{words.all}</ButtonLink>}
    >
      {n === 0 ? (
        <EmptyState title={words.foundNone}>{words.foundNoneText}</EmptyState>
      ) : (
        <Entrants {...page} shown={found.entrants} />
      )}
    </Section>
  );
}

function WholeList(page: FloorPage) {
  const { floor, words } = page;
  const waiting = floor.entrants.filter((one) => one.checkedInAt === null);
  const arrived = floor.entrants.filter((one) => one.checkedInAt !== null);
  return (
    <>
      <Section title={waiting.length > 0 ? say(words.waiting, { n: waiting.length }) : words.waitingNone}>
        <Entrants {...page} shown={waiting} />
      </Section>
      {arrived.length > 0 && (
        <Section title={say(words.arrived, { n: arrived.length })}>
          <Entrants {...page} shown={arrived} />
        </Section>
      )}
    </>
  );
}

function Entrants({ shown, ...page }: FloorPage & { shown: readonly Entrant[] }) {
  if (shown.length === 0) return null;
  return (
    <ul className="entrants">
      {shown.map((one) => (
        <li key={one.registrationId}>
          <EntrantLine {...page} one={one} />
        </li>
      ))}
    </ul>
  );
}

function EntrantLine({ one, floor, words }: FloorPage & { one: Entrant }) {
  const dates = useDates();
  const here = `/floor/${floor.skill.id}`;
  const named = { number: one.number ?? "", name: one.name };
  return (
    <>
      <div className="entrant-who">
        <p>
          <strong>{one.name}</strong> <span className="entrant-number">{one.number}</span>
        </p>
        <p className="entrant-unit">
          {one.unit} · {one.delegation}
        </p>
        {one.checkedInAt && (
          <StatusDot
            tone="celadon"
            shape="check"
            label={say(words.checkedIn, { time: dates.time(one.checkedInAt) })}
          />
        )}
      </div>
      <div className="entrant-deeds">
        {one.checkedInAt && floor.open.records && <Undo one={one} here={here} words={words} />}
        {floor.open.violations && (
          <ButtonLink
            to={`${here}/record?entrant=${one.registrationId}`}
            variant="quiet"
            aria-label={say(words.recordOf, named)}
          >
            {words.record}
          </ButtonLink>
        )}
        {!one.checkedInAt && floor.open.records && (
          <Form method="post" action={here}>
            <input type="hidden" name="intent" value="check-in" />
            <SubmitButton
              size="large"
              name="registrationId"
              value={one.registrationId}
              aria-label={say(words.checkInOf, named)}
            >
              {words.checkIn}
            </SubmitButton>
          </Form>
        )}
      </div>
    </>
  );
}

function Undo({ one, here, words }: { one: Entrant; here: string; words: FloorPage["words"] }) {
  return (
    <TakeBack
      trigger={
        <>
          {words.undo}
          <VisuallyHidden> {`${one.number} ${one.name}`}</VisuallyHidden>
        </>
      }
      quiet
      title={say(words.undoTitle, { number: one.number ?? "", name: one.name })}
      action={here}
      intent="undo"
      fields={{ registrationId: one.registrationId }}
      yes={words.undoYes}
      words={words}
    >
      {words.undoText}
    </TakeBack>
  );
}
