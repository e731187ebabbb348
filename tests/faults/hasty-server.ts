// The negative control: the product with one fault, it acknowledges a mark before the commit. The oracle must catch it.
import { configOrExit } from "#server/config.ts";
import { enterMark } from "#server/marking/enter-mark.ts";
import { serve } from "#server/serve.ts";

const lateMs = 400;

await serve(configOrExit(), {
  enter: async (house, seat, command) => {
    setTimeout(() => void enterMark(house, seat, command).catch(() => {}), lateMs);
    return {
      ok: true,
      version: 1,
      value: command.value,
      at: house.clock.now().toISOString(),
      repeated: false,
    };
  },
});
