export { terms } from "../zh/terms.ts";
