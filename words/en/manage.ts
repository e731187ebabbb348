export { manage } from "../zh/manage.ts";
