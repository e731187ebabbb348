// Every event a client may send, and the test that shows who may send it (tests/live).
export const socketRows: Readonly<Record<string, string>> = {
  "mark:enter":
    "tests/live: a judge's mark is acknowledged; without a seat, from another skill or after a revoked role it is refused; a recorder keys for a seat, a judge names none",
  watch:
    "tests/live: panel for its judges, recorder for whoever keys paper sheets there, oversight for its chief judge, progress and open boards for anybody",
  hold: "tests/live: a seated judge's device holds the seat; without a seat, and from another skill, it is refused",
  unwatch: "tests/live: leaves a room; of no consequence to anybody else",
};
