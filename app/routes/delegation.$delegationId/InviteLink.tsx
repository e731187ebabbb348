// The one-time link, shown once: to be selected by hand, or copied where the browser can.
import { useState } from "react";
import type { Words } from "#app/context.ts";
import { Button, Card, FormRow, FormStack, TextField } from "#app/kit/index.ts";
import { say } from "#words/language.ts";

export function InviteLink({
  words,
  name,
  link,
}: {
  words: Words["manage"]["delegation"];
  name: string;
  link: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(link).then(() => setCopied(true));
  return (
    <Card title={say(words.link, { name })} lead={words.linkText} tone="celadon" edge>
      <FormStack id="link" wide>
        <FormRow>
          <TextField label={words.linkLabel} name="link" defaultValue={link} readOnly mono />
        </FormRow>
        <div className="actions needs-script">
          <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>
        </div>
      </FormStack>
    </Card>
  );
}
