// The negative control: the product without the skill's lock. Two such processes on one database race for its chain.
import pg from "pg";
import { configOrExit } from "#server/config.ts";
import { serve } from "#server/serve.ts";

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function unlocked(this: pg.Client, text: unknown, ...rest: unknown[]) {
  return query.call(this, typeof text === "string" ? text.replace(" FOR UPDATE", "") : text, ...rest);
} as typeof pg.Client.prototype.query;

await serve(configOrExit());
