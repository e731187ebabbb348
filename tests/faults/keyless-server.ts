// The negative control: the product without its idempotency key. Every message counts as a new one; with the word `blind`
// the version a judge has seen is not looked at either, as in a system where the last one to write wins.
import { randomUUID } from "node:crypto";
import { configOrExit } from "#server/config.ts";
import { enterMark } from "#server/marking/enter-mark.ts";
import { serve } from "#server/serve.ts";

const blind = process.argv.includes("blind");

await serve(configOrExit(), {
  enter: async (house, seat, command) => {
    const requestId = randomUUID();
    if (!blind) return enterMark(house, seat, { ...command, requestId });
    const [cell] = await house.database.query<{ version: number }>(
      "SELECT version FROM mark_cell WHERE contestant_id = $1 AND aspect_id = $2",
      [command.contestantId, command.aspectId],
    );
    return enterMark(house, seat, { ...command, requestId, expectedVersion: cell?.version ?? 0 });
  },
});
