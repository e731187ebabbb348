// The mark that stands for each grade of award: prizes of three classes look like the medals they take the place of.
import type { Medal } from "#app/kit/index.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";

export const medalOf: Readonly<Record<AwardGrade, Medal>> = {
  gold: "gold",
  silver: "silver",
  bronze: "bronze",
  first: "gold",
  second: "silver",
  third: "bronze",
  excellence: "merit",
};
