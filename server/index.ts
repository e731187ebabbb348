// The program behind npm start.
import { configOrExit } from "./config.ts";
import { serve } from "./serve.ts";

await serve(configOrExit(), { development: process.argv.includes("--dev") });
