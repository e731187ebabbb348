// The form of one aspect. Without JavaScript every field stands there; alive, only those its kind asks for.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import { FormRow, FormStack, NumberField, RadioCards, TextAreaField, TextField } from "#app/kit/index.ts";
import type { Aspect, AspectKind } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { isBesideKind, standing } from "./aspect-fields.ts";
import { Answer, EditCard, fieldsOf, Remove } from "./EditPlace.tsx";
import { FiguresOfKind, GroupsOfKind } from "./KindFields.tsx";
import { useShown } from "./use-shown.ts";

type Props = {
  words: Words["manage"];
  address: string;
  under: string;
  id: string | null;
  aspect: Aspect | null;
  refused: FormProblem | undefined;
};

const kinds: readonly AspectKind[] = [
  "measurement",
  "judgement",
  "value",
  "deduction",
  "trimmed",
  "veto",
  "time",
];
const inMaxima = kinds.filter((kind) => !isBesideKind(kind));

export function EditAspect({ words, address, under, id, aspect, refused }: Props) {
  const { terms } = useShell();
  const said = words.scheme;
  const field = fieldsOf(refused, standing(aspect));
  const kind = refused?.values["kind"] ?? aspect?.kind ?? "measurement";
  const { shows, choose, alive } = useShown<AspectKind>(kind);
  const particulars = { shows, field, said };
  return (
    <EditCard
      title={id ? say(said.editAspect, { id }) : say(said.newAspect, { id: under })}
      remove={
        id && (
          <Remove
            what="aspect"
            id={id}
            name={aspect?.description.slice(0, 20) ?? ""}
            words={words}
            address={address}
          />
        )
      }
    >
      <Form method="post">
        <FormStack id="place">
          <Refused problem={refused} form="place" />
          <input type="hidden" name="under" value={under} />
          {id && <input type="hidden" name="id" value={id} />}
          <RadioCards
            label={said.kind}
            name="kind"
            columns={3}
            defaultValue={kind}
            error={refused?.fields["kind"]}
            onChange={(event) => choose(event.target.value)}
            options={kinds.map((value) => ({
              value,
              label: terms.aspectKind[value],
              hint: said.kindHints[value],
            }))}
          />
          <TextAreaField
            {...field("description")}
            label={said.description}
            required
            rows={2}
            maxLength={2000}
          />
          <FormRow>
            {shows(...inMaxima) && (
              <NumberField
                {...field("max")}
                label={said.max}
                hint={alive ? undefined : said.maxHint}
                unit={said.unit}
                required={alive}
              />
            )}
            <FiguresOfKind {...particulars} />
            <TextField {...field("wsos")} label={said.wsos} hint={said.wsosHint} optional maxLength={20} />
          </FormRow>
          <TextAreaField
            {...field("requirement")}
            label={said.requirement}
            optional
            rows={2}
            maxLength={2000}
          />
          <GroupsOfKind {...particulars} how={aspect?.kind === "measurement" ? aspect.how : undefined} />
          <Answer words={words} address={address} intent={id ? "change-aspect" : "add-aspect"} />
        </FormStack>
      </Form>
    </EditCard>
  );
}
