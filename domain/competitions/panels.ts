// Panels of a skill (裁判小组) as data: which seats mark which sub-criteria. A panel per day follows from the days of these.
import { z } from "zod/mini";

export const mostPanels = 12;
const isAscending = (seats: readonly number[]): boolean =>
  seats.every((number, at) => at === 0 || seats[at - 1]! < number);
const seat = z.int().check(z.minimum(1), z.maximum(99));
const subcriterion = z.string().check(z.regex(/^[A-Z]\d{1,2}$/));

/** A seat may sit on several panels, a sub-criterion is marked by one; seats are kept in order. */
export const panels = z
  .array(
    z.object({
      id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,19}$/)),
      name: z.string().check(z.minLength(1), z.maxLength(40)),
      seats: z.array(seat).check(z.minLength(1), z.maxLength(15), z.refine(isAscending)),
      /** None where a version of the scheme took them away. */
      subcriteria: z.array(subcriterion).check(z.maxLength(99)),
    }),
  )
  .check(
    z.maxLength(mostPanels),
    z.refine((all) => {
      const named = all.flatMap((panel) => panel.subcriteria);
      return new Set(named).size === named.length;
    }),
  );
