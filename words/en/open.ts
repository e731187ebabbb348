export { open } from "../zh/open.ts";
