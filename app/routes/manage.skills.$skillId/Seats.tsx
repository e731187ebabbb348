// Who sits on which seat; a seat is one person, and sitting down gives the judge's role in this skill.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Badge,
  Card,
  CheckField,
  Confirm,
  FormActions,
  FormRow,
  FormStack,
  NumberField,
  RowList,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { SkillSetUp } from "./route.tsx";

type Props = { skill: SkillSetUp; words: Words["manage"]["skill"]; refused: FormProblem | undefined };

export function Seats({ skill, words, refused }: Props) {
  const { seats, asked, missing, accounts } = skill;
  const free = accounts.filter((account) => !seats.some((seat) => seat.account.id === account.id));
  const taken = new Set(seats.map((seat) => seat.number));
  const next = Array.from({ length: 99 }, (_, index) => index + 1).find((number) => !taken.has(number)) ?? 1;
  const archived = skill.competition.state === "archived";
  const open = !archived && !hasReached(skill.stage, "complete");
  const full = missing.length === 0;
  return (
    <Card
      id="seats"
      title={words.seats}
      lead={words.seatsLead}
      badges={
        <Badge tone={full ? "celadon" : "amber"} shape={full ? "check" : "ring"}>
          {`${asked - missing.length} / ${asked}`}
        </Badge>
      }
    >
      {seats.length === 0 ? (
        <p>{words.noSeats}</p>
      ) : (
        <RowList
          label={words.seats}
          items={seats.map((seat) => ({
            key: seat.id,
            title: seat.account.name,
            detail: [seat.account.login, seat.unit].filter(Boolean).join(" · "),
            value: seat.reserve
              ? `${say(words.seat, { n: seat.number })} · ${words.reserveSeat}`
              : say(words.seat, { n: seat.number }),
          }))}
        />
      )}
      {open && seats.length > 0 && (
        <Confirm
          trigger={words.endSeat}
          title={words.endSeat}
          value="end-seat"
          confirmLabel={words.endSeatYes}
          cancelLabel={words.endSeatNo}
          danger
          inputs={
            <SelectField
              label={words.seatNumber}
              name="seatId"
              required
              placeholder={words.seatPlaceholder}
              options={seats.map(({ id, number, account }) => ({
                value: id,
                label: `${say(words.seat, { n: number })} · ${account.name}`,
              }))}
            />
          }
        >
          {words.endSeatText}
        </Confirm>
      )}
      {open && free.length === 0 && <p>{words.noAccounts}</p>}
      {open && free.length > 0 && (
        <Form method="post" key={seats.length}>
          <FormStack id="seat">
            <Refused problem={refused} form="seat" />
            <FormRow>
              <NumberField
                label={words.seatNumber}
                name="number"
                required
                whole
                defaultValue={refused?.values["number"] ?? String(next)}
                error={refused?.fields["number"]}
              />
              <SelectField
                label={words.seatAccount}
                name="accountId"
                required
                placeholder={words.seatPlaceholder}
                defaultValue={refused?.values["accountId"]}
                error={refused?.fields["accountId"]}
                options={free.map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` }))}
              />
            </FormRow>
            <TextField
              label={words.seatUnit}
              hint={words.seatUnitHint}
              name="unit"
              maxLength={80}
              defaultValue={refused?.values["unit"]}
              error={refused?.fields["unit"]}
            />
            <CheckField label={words.reserveSeat} name="reserve" />
            <FormActions>
              <SubmitButton variant="secondary" name="intent" value="seat">
                {words.addSeat}
              </SubmitButton>
            </FormActions>
          </FormStack>
        </Form>
      )}
    </Card>
  );
}
