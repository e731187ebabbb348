// The form of one aspect. Without JavaScript every field stands there; alive, only those its kind asks for.
import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  Fieldset,
  FormRow,
  FormStack,
  NumberField,
  RadioCards,
  TextAreaField,
  TextField,
} from "#app/kit/index.ts";
import type { Aspect, AspectKind } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { Answer, EditCard, fieldsOf, Remove } from "./EditPlace.tsx";

type Props = {
  words: Words["manage"];
  address: string;
  under: string;
  id: string | null;
  aspect: Aspect | null;
  refused: FormProblem | undefined;
};

const kinds: readonly AspectKind[] = ["measurement", "judgement", "value"];

export function EditAspect({ words, address, under, id, aspect, refused }: Props) {
  const { terms } = useShell();
  const said = words.scheme;
  const field = fieldsOf(refused, standing(aspect));
  const { kind, shows, choose } = useKind(refused?.values["kind"] ?? aspect?.kind ?? "measurement");
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
            <NumberField {...field("max")} label={said.max} unit={said.unit} required />
            {shows("value") && (
              <NumberField {...field("step")} label={said.step} hint={said.stepHint} unit={said.unit} />
            )}
            <TextField {...field("wsos")} label={said.wsos} hint={said.wsosHint} optional maxLength={20} />
          </FormRow>
          <TextAreaField
            {...field("requirement")}
            label={said.requirement}
            optional
            rows={2}
            maxLength={2000}
          />
          {shows("judgement") && (
            <Fieldset legend={said.levels} hint={said.levelsHint}>
              {["0", "1", "2", "3"].map((level) => (
                <TextAreaField
                  key={level}
                  {...field(`level${level}`)}
                  label={say(said.level, { n: level })}
                  rows={2}
                  maxLength={2000}
                />
              ))}
            </Fieldset>
          )}
          <Answer words={words} address={address} intent={id ? "change-aspect" : "add-aspect"} />
        </FormStack>
      </Form>
    </EditCard>
  );
}

function useKind(first: string) {
  const [kind, choose] = useState(first);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return { kind: first, choose, shows: (wanted: AspectKind) => !alive || kind === wanted };
}

function standing(aspect: Aspect | null): Record<string, string | undefined> {
  if (!aspect) return { step: "0.5" };
  const levels = aspect.kind === "judgement" ? aspect.levels : [];
  return {
    description: aspect.description,
    requirement: aspect.requirement,
    wsos: aspect.wsos,
    max: aspect.max,
    step: aspect.kind === "value" ? aspect.step : "0.5",
    ...Object.fromEntries(levels.map((text, level) => [`level${level}`, text])),
  };
}
