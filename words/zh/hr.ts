// Words of this room; see the pages that use them.
export const hr = {};
