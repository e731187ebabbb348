// The last answer of a pure function, kept for as long as its first argument lives: what did not change is not computed again.

/**
 * `work` with its last answer per `key` object. Arguments are compared by identity, so none may ever be changed in place;
 * the answer is the same as without remembering, only sooner.
 */
export function remembered<Key extends object, Rest extends readonly unknown[], Answer>(
  work: (key: Key, ...rest: Rest) => Answer,
): (key: Key, ...rest: Rest) => Answer {
  const kept = new WeakMap<Key, { readonly rest: Rest; readonly answer: Answer }>();
  return (key, ...rest) => {
    const known = kept.get(key);
    const isSame = (others: Rest): boolean =>
      others.length === rest.length && others.every((argument, place) => argument === rest[place]);
    if (known && isSame(known.rest)) return known.answer;
    const answer = work(key, ...rest);
    kept.set(key, { rest, answer });
    return answer;
  };
}
