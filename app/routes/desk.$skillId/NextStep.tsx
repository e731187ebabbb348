// What comes next, who must do it, and the one button for whoever may; everybody else reads whom it waits for.
import type { ReactNode } from "react";
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { Actions, ButtonLink, Card, Confirm } from "#app/kit/index.ts";
import { SignatureFields } from "#app/sheet/signature-fields.tsx";
import { useCodeWord } from "#app/skill/code-word.ts";
import type { DeskStep } from "#domain/results/next-step.ts";
import { say } from "#words/language.ts";
import { type Deed, isDeed, isSigning, shortHash } from "./deeds.ts";
import type { DeskView } from "./desk-view.ts";

type Props = {
  desk: DeskView;
  words: Words["desk"];
  pad: Words["judge"]["signing"]["pad"];
  /** What everybody signs with in a demonstration; null elsewhere. */
  signingPassword: string | null;
  /** How the last step was refused. */
  refused: FormProblem | undefined;
};
type Next = DeskView["next"][number];

export function NextSteps(props: Props) {
  const { desk, words } = props;
  const dates = useDates();
  if (desk.next.length === 0) {
    const running = desk.notice !== null && desk.stage === "notice";
    return (
      <Card title={running ? words.waiting : words.finished} tone={running ? "amber" : "celadon"} edge>
        <p>{running ? say(words.waitingWhy, { day: dates.day(desk.notice!.lastDay) }) : words.finishedWhy}</p>
        {running && !desk.notice!.arranged && <p>{words.notArranged}</p>}
      </Card>
    );
  }
  return (
    <>
      {desk.next.map((next) => (
        <NextStep key={next.step} next={next} {...props} />
      ))}
      {desk.next.some(({ step }) => step === "witness-draw") && desk.mayCode && <Recommit words={words} />}
    </>
  );
}

function NextStep({ next, ...props }: Props & { next: Next }) {
  const { desk, words } = props;
  const { terms } = useShell();
  const { step, allowed, barred } = next;
  const code = useCodeWord(desk.rules.codingLayers);
  const roles = next.roles.map((role) => terms.role[role]).join(words.or);
  return (
    <Card
      title={words.step[step]}
      lead={say(words.nextWho, { roles })}
      tone={allowed && !barred ? "celadon" : "amber"}
      edge
      id={`step-${step}`}
    >
      <p>{say(words.why[step], { days: desk.competition.noticeWorkingDays, code })}</p>
      <Actions>
        {allowed && isDeed(step) ? (
          <Take
            step={step}
            blocked={barred ? reasonOf(step, words) : waitsFor(step, desk, words)}
            {...props}
          />
        ) : (
          (elsewhere(step, desk, words) ?? <p>{say(words.waitFor, { roles })}</p>)
        )}
        {step === "check" && allowed && desk.recheck && (
          <ButtonLink to={`/oversight/${desk.skill.id}/recheck`}>{words.toRecheck}</ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

function reasonOf(step: DeskStep, { blocked }: Words["desk"]): string {
  if (step === "witness-draw") return blocked.committed;
  return step === "open-seal" ? blocked.asked : blocked.signed;
}

/** What others have to finish before this step; nothing else blocks it. */
function waitsFor(step: DeskStep, desk: DeskView, words: Words["desk"]): string | undefined {
  const { recheck, unsignedDay } = desk;
  if (step === "check" && recheck && recheck.left > 0) return say(words.recheckOpen, { n: recheck.left });
  if (step === "sign-chief" && unsignedDay) return say(words.dayUnsigned, unsignedDay);
  return undefined;
}

/** Whether the refusal of a signature is told in the dialog it was given in; one that stands there no more leaves it to the page. */
export const isToldInDialog = (desk: DeskView, words: Words["desk"], refused: FormProblem | undefined) =>
  desk.next.some(
    ({ step, allowed, barred }) =>
      step === refused?.values["intent"] &&
      isDeed(step) &&
      isSigning(step) &&
      allowed &&
      !barred &&
      waitsFor(step, desk, words) === undefined,
  );

function Take(props: Props & { step: Deed; blocked: string | undefined }) {
  const { step, blocked, desk, words, pad, signingPassword, refused } = props;
  const hash = desk.hash ?? "";
  const answered = isSigning(step) && refused?.values["intent"] === step ? refused : undefined;
  return (
    <Confirm
      trigger={words.step[step]}
      triggerVariant="primary"
      title={words.step[step]}
      value={step}
      fields={isSigning(step) ? { hash } : {}}
      inputs={
        isSigning(step) && (
          <SignatureFields words={{ ...words, pad }} signingPassword={signingPassword} refused={answered} />
        )
      }
      stays={isSigning(step)}
      open={answered !== undefined}
      confirmLabel={words.confirm[step]}
      cancelLabel={words.cancel}
      danger={step === "open-seal" || step === "publish"}
      blocked={blocked}
    >
      <p>{say(words.ask[step], { ranked: desk.ranked, hash: shortHash(hash) })}</p>
    </Confirm>
  );
}

/** A step of another page, for those who may open it there. */
function elsewhere(step: DeskStep, desk: DeskView, words: Words["desk"]): ReactNode {
  if ((step === "finish-marking" || step === "open-scoring") && desk.mayOversee)
    return (
      <ButtonLink to={`/oversight/${desk.skill.id}`} variant="primary">
        {words.toWall}
      </ButtonLink>
    );
  if ((step === "fix-field" || step === "open-scoring") && desk.mayConfigure)
    return (
      <ButtonLink to={`/manage/skills/${desk.skill.id}`} variant="primary">
        {words.toSetUp}
      </ButtonLink>
    );
  return null;
}

function Recommit({ words }: { words: Words["desk"] }) {
  return (
    <Card title={words.recommit} level={3}>
      <p>{words.recommitText}</p>
      <Actions>
        <Confirm
          trigger={words.recommit}
          title={words.recommit}
          value="commit-draw"
          confirmLabel={words.confirm["commit-draw"]}
          cancelLabel={words.cancel}
        >
          <p>{words.ask["commit-draw"]}</p>
        </Confirm>
      </Actions>
    </Card>
  );
}
