// The nine coded counties and districts of Kaifeng (GB/T 2260), and the kinds of delegations.

export const divisions = [
  { code: "410202", name: "龙亭区" },
  { code: "410203", name: "顺河回族区" },
  { code: "410204", name: "鼓楼区" },
  { code: "410205", name: "禹王台区" },
  { code: "410212", name: "祥符区" },
  { code: "410221", name: "杞县" },
  { code: "410222", name: "通许县" },
  { code: "410223", name: "尉氏县" },
  { code: "410225", name: "兰考县" },
] as const;

/** How people call the place of a code; null for no code and for one that is not Kaifeng's. */
export const divisionName = (code: string | null): string | null =>
  divisions.find((one) => one.code === code)?.name ?? null;

/** A zone (城乡一体化示范区) takes part as a unit without a division code. */
export const delegationKinds = ["county", "zone", "institution", "enterprise"] as const;
export type DelegationKind = (typeof delegationKinds)[number];

/** A fact about the person that decides later honours; it is not the group. */
export const identities = ["worker", "student", "teacher", "flexible"] as const;
export type Identity = (typeof identities)[number];
