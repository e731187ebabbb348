// The grades of awards (奖项): medals, prizes of three classes, excellence (优胜奖).
export const awardGrades = ["gold", "silver", "bronze", "first", "second", "third", "excellence"] as const;
export type AwardGrade = (typeof awardGrades)[number];
export const medals = ["gold", "silver", "bronze"] as const satisfies readonly AwardGrade[];
export const prizes = ["first", "second", "third"] as const satisfies readonly AwardGrade[];
