import { desk } from "./desk.ts";
import { floor } from "./floor.ts";
import { hr } from "./hr.ts";
import { judge } from "./judge.ts";
import { manage } from "./manage.ts";
import { open } from "./open.ts";
import { shell } from "./shell.ts";
import { terms } from "./terms.ts";
import { venue } from "./venue.ts";

export const zh = { shell, terms, open, judge, desk, floor, manage, hr, venue };
