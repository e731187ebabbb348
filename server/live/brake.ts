// A brake on one socket's messages: as many a second as the rate says, a burst of one second's worth at most.

/** Answers whether one more message is allowed now. */
export function createBrake(perSecond: number): () => boolean {
  let tokens = perSecond;
  let last = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(perSecond, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
