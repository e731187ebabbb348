export { shell } from "../zh/shell.ts";
