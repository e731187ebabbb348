export { desk } from "../zh/desk.ts";
