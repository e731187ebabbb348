// The published JSON Schema of a bundle is the form by which a bundle is read. After a change: npx vitest run -u tests/domain/bundles
import { expect, test } from "vitest";
import { z } from "zod";
import { bundleForm } from "#domain/bundles/bundle.ts";

test("docs/bundle.schema.json is the form of a bundle", async () => {
  const schema = z.toJSONSchema(bundleForm, { io: "input" });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    "../../../docs/bundle.schema.json",
  );
});
