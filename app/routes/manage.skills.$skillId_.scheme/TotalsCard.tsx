// The sums of the scheme, what still keeps it from being locked with links to each place, and the lock itself.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Badge,
  Card,
  Confirm,
  Dialog,
  Facts,
  FormActions,
  FormStack,
  Notice,
  NumberField,
  RowList,
  SubmitButton,
} from "#app/kit/index.ts";
import { useDayWords } from "#app/manage/day-words.ts";
import { say } from "#words/language.ts";
import { anchorOf, type SchemeView } from "./scheme-view.ts";

type Said = Words["manage"]["scheme"];
type Problems = SchemeView["problems"];

type Props = {
  words: Words["manage"];
  scheme: SchemeView;
  errors: number;
  address: string;
  name: string;
  /** Marks stand: a chief judge puts the version into force instead of its being locked here. */
  marked: boolean;
  /** Shown to be read: the total is not changed here. */
  toRead: boolean;
  refused: FormProblem | undefined;
};

export function TotalsCard({ words, scheme, errors, address, name, marked, toRead, refused }: Props) {
  const said = words.scheme;
  const blocking = scheme.problems.filter((one) => one.severity === "error");
  const warned = scheme.problems.filter((one) => one.severity === "warning");
  return (
    <Card title={said.total} badges={<Even words={said} scheme={scheme} />}>
      <Sums words={said} scheme={scheme} />
      {refused && <Refused problem={refused} />}
      {!toRead && (
        <Dialog key={scheme.total} trigger={said.changeTotal} triggerSize="small" title={said.changeTotal}>
          <Form method="post" action={address}>
            <FormStack id="total">
              <NumberField
                label={said.totalLabel}
                name="total"
                hint={said.totalHint}
                unit={said.unit}
                required
                defaultValue={refused?.values["total"] ?? scheme.total}
                error={refused?.fields["total"]}
              />
              <FormActions>
                <SubmitButton name="intent" value="total">
                  {said.saveTotal}
                </SubmitButton>
              </FormActions>
            </FormStack>
          </Form>
        </Dialog>
      )}
      {blocking.length === 0 && !marked && <Notice tone="celadon">{said.noProblems}</Notice>}
      <Listed
        title={say(marked ? said.versions.problems : said.problems, { n: blocking.length })}
        problems={blocking}
        words={said}
      />
      <Listed
        title={say(marked ? said.versions.warned : said.warned, { n: warned.length })}
        problems={warned}
        words={said}
      />
      {marked && <p>{blocking.length === 0 ? said.versions.chiefOnly : said.versions.chiefLater}</p>}
      {!marked && (
        <Confirm
          trigger={said.lock}
          triggerVariant="primary"
          title={say(said.lockTitle, { name })}
          action={address}
          value="lock"
          confirmLabel={said.lockConfirm}
          cancelLabel={words.cancel}
          danger
          blocked={errors > 0 ? say(said.lockBlocked, { n: errors }) : undefined}
        >
          <p>{say(said.lockText, { aspects: scheme.aspects, total: scheme.total })}</p>
        </Confirm>
      )}
    </Card>
  );
}

function Even({ words, scheme }: { words: Said; scheme: SchemeView }) {
  return (
    <Badge tone={scheme.isEven ? "celadon" : "cinnabar"} shape={scheme.isEven ? "check" : "differ"}>
      {scheme.isEven ? words.even : words.differs}
    </Badge>
  );
}

function Sums({ words, scheme }: { words: Said; scheme: SchemeView }) {
  const difference = scheme.isEven
    ? []
    : [{ label: words.difference, value: `${scheme.difference} ${words.unit}` }];
  return (
    <Facts
      items={[
        { label: words.totalLabel, value: `${scheme.total} ${words.unit}` },
        { label: words.held, value: `${scheme.held} ${words.unit}` },
        ...difference,
        { label: words.count, value: say(words.aspects, { n: scheme.aspects }) },
      ]}
    />
  );
}

function Listed({ title, problems, words }: { title: string; problems: Problems; words: Said }) {
  if (problems.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <RowList
        label={title}
        items={problems.map((one) => ({
          title: one.path || words.whole,
          detail: say(words.problem[one.code], one.params),
          to: one.path && !one.path.startsWith("WSOS") ? `#${anchorOf(one.path)}` : undefined,
        }))}
      />
    </section>
  );
}

type LockedProps = {
  words: Said;
  lockedAt: string;
  lockedBy: string | null;
  hash: string | null;
  scheme: SchemeView;
};

export function LockedCard({ words, lockedAt, lockedBy, hash, scheme }: LockedProps) {
  const { moment } = useDayWords();
  return (
    <Card title={words.locked} tone="celadon" edge>
      <Facts
        plain
        items={[
          { label: words.total, value: `${scheme.total} ${words.unit}` },
          { label: words.count, value: say(words.aspects, { n: scheme.aspects }) },
          { label: words.lockedAt, value: moment(new Date(lockedAt)) },
          ...(lockedBy ? [{ label: words.lockedBy, value: lockedBy }] : []),
          ...(hash ? [{ label: words.hash, value: <code className="mono">{hash}</code>, wide: true }] : []),
        ]}
      />
    </Card>
  );
}

/** The criteria with what each holds, as the way into a long scheme. */
export function Contents({ words, scheme }: { words: Said; scheme: SchemeView }) {
  return (
    <Card title={words.contents}>
      <RowList
        label={words.contents}
        items={scheme.criteria.map((criterion) => ({
          key: criterion.id,
          title: `${criterion.id}　${criterion.name}`,
          value: criterion.isEven
            ? criterion.max
            : say(words.sumOf, { sum: criterion.held, max: criterion.max }),
          tone: criterion.isEven ? undefined : "cinnabar",
          to: `#${anchorOf(criterion.id)}`,
        }))}
      />
    </Card>
  );
}
