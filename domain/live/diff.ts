// Views and their differences: a view is a flat record, a difference says which keys were set and which went.

export type View = Readonly<Record<string, unknown>>;
export type Diff = { readonly set: View; readonly gone: readonly string[] };

/** What must be done to `from` to make it `to`: apply(from, difference(from, to)) equals to. */
export function difference(from: View, to: View): Diff {
  const changed = ([key, value]: readonly [string, unknown]): boolean =>
    !Object.hasOwn(from, key) || (from[key] !== value && JSON.stringify(from[key]) !== JSON.stringify(value));
  const set = Object.fromEntries(Object.entries(to).filter(changed));
  return { set, gone: Object.keys(from).filter((key) => !Object.hasOwn(to, key)) };
}

export function apply(view: View, diff: Diff): View {
  const next: Record<string, unknown> = { ...view, ...diff.set };
  for (const key of diff.gone) delete next[key];
  return next;
}

export const isEmpty = (diff: Diff): boolean => diff.gone.length === 0 && Object.keys(diff.set).length === 0;
