// Where the result of a skill is finished; one place, because three pages lead there.
export const deskOf = (skillId: string): string => `/desk/${skillId}`;
