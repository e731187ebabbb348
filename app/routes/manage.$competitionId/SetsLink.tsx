// The way to the judging-rule sets of the edition.
import type { Words } from "#app/context.ts";
import { ButtonLink, Card } from "#app/kit/index.ts";

export const SetsLink = ({ editionId, words }: { editionId: string; words: Words["manage"] }) => (
  <Card
    title={words.ruleSets.title}
    lead={words.ruleSets.short}
    actions={
      <ButtonLink to={`/manage/${editionId}/rule-sets`} size="small">
        {words.ruleSets.choose.manage}
      </ButtonLink>
    }
  />
);
