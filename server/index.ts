// The program behind npm start.
import { configOrExit } from "./config.ts";
import { serve } from "./serve.ts";

await serve(configOrExit(process.argv.slice(2)), { development: process.argv.includes("--dev") });
