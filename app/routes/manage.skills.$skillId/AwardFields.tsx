// The award policy in the rules form: one of five kinds, each with the fields it needs.
import { CheckField, FormRow, NumberField, RadioCards, SelectField } from "#app/kit/index.ts";
import { percentOf } from "#app/manage/percent.ts";
import type { Policy } from "#domain/competitions/award-policy.ts";
import { say } from "#words/language.ts";
import type { RulesProps } from "./rules-fields.ts";

type Kind = Policy["kind"];
type Of<K extends Kind> = Extract<Policy, { kind: K }>;
type Fields = RulesProps & { said: RulesProps["words"]["scoringRules"]["awards"] };
const kinds = ["places", "near-tie", "counts", "shares", "bands"] as const satisfies readonly Kind[];

export function AwardFields(props: RulesProps) {
  const { rules, words, field, box } = props;
  const said = words.scoringRules.awards;
  return (
    <>
      <div className="chosen kinds">
        <RadioCards
          {...field("policyKind", rules.awards.policy.kind)}
          label={said.kind}
          columns={2}
          options={kinds.map((value) => ({ value, label: said.kinds[value] }))}
        />
        <div className="chosen-part for-near-tie">
          <NearTieFields {...props} said={said} />
        </div>
        <div className="chosen-part for-counts">
          <CountFields {...props} said={said} />
        </div>
        <div className="chosen-part for-places for-near-tie for-counts">
          <ExcellenceFields {...props} said={said} />
        </div>
        <div className="chosen-part for-shares">
          <ShareFields {...props} said={said} />
        </div>
        <div className="chosen-part for-bands">
          <BandFields {...props} said={said} />
        </div>
      </div>
      <CheckField
        {...box("perGroup", rules.awards.perGroup)}
        label={said.perGroup}
        hint={said.perGroupHint}
      />
    </>
  );
}

/** The policy where it is of this kind: its own figures are then offered. */
const own = <K extends Kind>({ rules }: RulesProps, kind: K): Of<K> | undefined =>
  rules.awards.policy.kind === kind ? (rules.awards.policy as Of<K>) : undefined;

function ExcellenceFields({ rules: { awards }, field, said }: Fields) {
  const stands = "excellence" in awards.policy ? awards.policy.excellence : "none";
  const scaled = typeof stands === "object";
  return (
    <div className="chosen excellence">
      <FormRow>
        <SelectField
          {...field("excellence", scaled ? "scale" : stands)}
          label={said.excellence}
          options={(["none", "1/2", "2/3", "scale"] as const).map((value) => ({
            value,
            label: said.excellences[value],
          }))}
        />
      </FormRow>
      <div className="for-scale">
        <NumberField
          {...field("excellenceScale", String(scaled ? stands.scaleAtLeast : 700))}
          label={said.excellenceScale}
          hint={said.excellenceScaleHint}
          unit={said.scalePoints}
          required="told"
          whole
        />
      </div>
    </div>
  );
}

function NearTieFields(props: Fields) {
  const { field, box, said } = props;
  const stands = own(props, "near-tie");
  return (
    <>
      <FormRow>
        <SelectField
          {...field("basis", stands?.basis ?? "scale")}
          label={said.basis}
          options={(["scale", "total"] as const).map((value) => ({ value, label: said.bases[value] }))}
        />
        <NumberField
          {...field("tolerance", stands?.tolerance ?? "2")}
          label={said.tolerance}
          hint={said.toleranceHint}
          required="told"
        />
      </FormRow>
      <CheckField
        {...box("bronzeAfterTiedSilver", stands?.bronzeAfterTiedSilver ?? false)}
        label={said.bronzeAfterTiedSilver}
      />
    </>
  );
}

function CountFields(props: Fields) {
  const { field, said } = props;
  const stands = own(props, "counts")?.counts ?? [1, 2, 3];
  return (
    <>
      <FormRow>
        {stands.map((count, at) => (
          <NumberField
            key={said.grades[at]}
            {...field(`count${at + 1}`, String(count))}
            label={said.grades[at]!}
            unit={said.countUnit}
            required="told"
            whole
          />
        ))}
      </FormRow>
    </>
  );
}

function ShareFields(props: Fields) {
  const { field, said } = props;
  const stands = own(props, "shares");
  return (
    <>
      <FormRow>
        {(stands?.shares ?? ["0.1", "0.2", "0.3"]).map((share, at) => (
          <NumberField
            key={said.grades[at]}
            {...field(`share${at + 1}`, percentOf(share))}
            label={said.grades[at]!}
            unit="%"
            required="told"
          />
        ))}
      </FormRow>
      <FormRow>
        <SelectField
          {...field("shareOf", stands?.of ?? "competed")}
          label={said.shareOf}
          options={(["competed", "ranked"] as const).map((value) => ({ value, label: said.sharesOf[value] }))}
        />
        <SelectField
          {...field("shareRounding", stands?.rounding ?? "half-up")}
          label={said.shareRounding}
          options={(["half-up", "floor", "cumulative"] as const).map((value) => ({
            value,
            label: said.shareRoundings[value],
          }))}
        />
      </FormRow>
    </>
  );
}

function BandFields(props: Fields) {
  const { field, said } = props;
  const stands = own(props, "bands")?.atLeast ?? ["85", "75", "60", null];
  return (
    <FormRow>
      {stands.map((line, at) => (
        <NumberField
          key={said.grades[at]}
          {...field(`band${at + 1}`, line ?? "")}
          label={say(said.band, { grade: said.grades[at]! })}
          hint={at === 0 ? undefined : said.bandHint}
          unit={said.bandUnit}
          required={at === 0 && "told"}
        />
      ))}
    </FormRow>
  );
}
