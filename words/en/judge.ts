export { judge } from "../zh/judge.ts";
