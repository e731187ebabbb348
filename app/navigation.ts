// Which entries the top bar offers to whom; what a service allows is decided by the service, not here.
import { mayAnywhere, type Permission } from "#domain/access/permissions.ts";
import type { Actor, Words } from "./context.ts";

export type NavItem = { readonly to: string; readonly label: string; readonly end?: boolean };

export function navigation(
  actor: Actor | null,
  words: Words["shell"]["nav"],
  demonstration: boolean,
): NavItem[] {
  const may = (permission: Permission): boolean => actor !== null && mayAnywhere(actor.grants, permission);
  const items: (NavItem | false)[] = [
    { to: "/", label: words.home, end: true },
    { to: "/check", label: words.check },
    actor !== null && actor.seats.length > 0 && { to: "/judge", label: words.judge },
    may("marking.record") && { to: "/record", label: words.record },
    may("floor.record") && { to: "/floor", label: words.floor },
    may("marking.confirm") && { to: "/oversight", label: words.oversight },
    (may("competitions.oversee") || may("results.check")) && { to: "/desk", label: words.desk },
    may("competitions.create") && { to: "/manage", label: words.manage },
    may("registrations.submit") && { to: "/delegation", label: words.delegation },
    may("entitlements.look-up") && { to: "/hr", label: words.hr, end: true },
    may("awards.register-external") && { to: "/hr/awards", label: words.external },
    may("entitlements.look-up") && { to: "/hr/policy", label: words.policy },
    may("accounts.manage") && { to: "/accounts", label: words.accounts },
    actor?.personId != null && { to: "/me", label: words.me },
    demonstration && { to: "/demo", label: words.demo },
  ];
  return items.filter((item) => item !== false);
}
