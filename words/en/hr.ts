export { hr } from "../zh/hr.ts";
