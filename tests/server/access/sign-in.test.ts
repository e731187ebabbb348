// Signing in and out: what opens a session, what ends it, and what brakes whoever guesses.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../../server/access/passwords.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { codeOf, hire, must, type Person, permitFor } from "../../support/stage.ts";

const password = "汴水秋声-2026 好密码";
let at: TestHouse;
let stored: string;
let person: Person;
let hosts = 0;
let from: string;

beforeAll(async () => {
  at = await openTestHouse();
  stored = await hashPassword(password);
});
beforeEach(async () => {
  person = await hire(at, "user", { role: "organizer" });
  await at.database.prisma.account.update({
    where: { id: person.accountId },
    data: { passwordHash: stored },
  });
  hosts += 1;
  from = `10.0.0.${hosts}`;
});
afterAll(() => at.close());

const signIn = (typed = password, login = person.login) => at.services.access.signIn(login, typed, from);

describe("a session", () => {
  test("is opened by login and password, whatever the case and spaces of the login", async () => {
    const { token, mustChange } = must(await signIn(password, ` ${person.login.toUpperCase()} `));
    expect(mustChange).toBe(false);
    expect(await at.services.access.whoIs(token)).toMatchObject({
      accountId: person.accountId,
      login: person.login,
    });
  });

  test("has a fresh token each time, of which only the hash is stored", async () => {
    const [one, two] = [must(await signIn()).token, must(await signIn()).token];
    expect(one).not.toBe(two);
    const sessions = JSON.stringify(await at.database.prisma.session.findMany());
    for (const token of [one, two]) expect(sessions).not.toContain(token);
  });

  test("is nobody's with an unknown, empty or stored-hash token", async () => {
    const { token } = must(await signIn());
    const session = await at.database.prisma.session.findFirstOrThrow({
      where: { accountId: person.accountId },
    });
    for (const wrong of [null, "", "x", session.tokenHash, `${token}x`])
      expect(await at.services.access.whoIs(wrong)).toBeNull();
  });

  test("ends after twelve hours of the machine's time, which no clock of a competition moves", async () => {
    const { token } = must(await signIn());
    at.clock.set("2027-01-01T00:00:00+08:00");
    expect(await at.services.access.whoIs(token)).not.toBeNull();
    at.clock.passMs(12 * 3_600_000 - 60_000);
    expect(await at.services.access.whoIs(token)).not.toBeNull();
    at.clock.passMs(61_000);
    expect(await at.services.access.whoIs(token)).toBeNull();
  });

  test("ends by signing out, once and for all, and only itself", async () => {
    const [one, two] = [must(await signIn()).token, must(await signIn()).token];
    await at.services.access.signOut(one);
    await at.services.access.signOut(one);
    await at.services.access.signOut("unknown");
    expect(await at.services.access.whoIs(one)).toBeNull();
    expect(await at.services.access.whoIs(two)).not.toBeNull();
  });

  test("of a disabled account is nobody's, and a disabled account opens none", async () => {
    const { token } = must(await signIn());
    await at.database.prisma.account.update({
      where: { id: person.accountId },
      data: { disabledAt: new Date() },
    });
    expect(await at.services.access.whoIs(token)).toBeNull();
    expect(codeOf(await signIn())).toBe("access.wrong-password");
  });
});

describe("what does not open one", () => {
  test("a wrong password, an unknown login and an account without a password are answered alike", async () => {
    const bare = await hire(at, "bare");
    const answers = [
      await signIn("wrong-password"),
      await signIn(""),
      await signIn(password, "nobody"),
      await signIn(password, bare.login),
      await signIn(password, ""),
    ];
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, refusal: { code: "access.wrong-password" } });
  });

  test("text with NUL, markup, SQL or a megabyte", async () => {
    for (const login of ["\u0000", `${person.login}\u0000`, "' OR '1'='1", "<script>", "x".repeat(1 << 20)])
      expect(codeOf(await signIn(password, login))).toBe("access.wrong-password");
    expect(codeOf(await signIn(`${password}\u0000`))).toBe("access.wrong-password");
  });
});

describe("the brake", () => {
  test("after eight wrong passwords even the right one is refused; ten minutes later it opens again", async () => {
    for (let n = 0; n < 8; n += 1)
      expect(codeOf(await signIn("wrong-password"))).toBe("access.wrong-password");
    expect(await signIn()).toEqual({
      ok: false,
      refusal: { code: "access.too-many-attempts", params: { minutes: 10 } },
    });
    at.clock.passMs(10 * 60_000 + 1_000);
    expect(codeOf(await signIn())).toBe("ok");
  });

  test("holds for the login from every address, and for nobody else's login", async () => {
    for (let n = 0; n < 8; n += 1) await signIn("wrong-password");
    from = "10.9.9.9";
    expect(codeOf(await signIn())).toBe("access.too-many-attempts");
    const other = await hire(at, "user");
    await at.database.prisma.account.update({
      where: { id: other.accountId },
      data: { passwordHash: stored },
    });
    expect(codeOf(await signIn(password, other.login))).toBe("ok");
  });

  test("holds against guesses sent all at once: fifty of them try eight passwords", async () => {
    const codes = (
      await Promise.all(Array.from({ length: 50 }, (_, n) => signIn(`wrong-password-${n}`)))
    ).map(codeOf);
    expect(codes.filter((code) => code === "access.wrong-password")).toHaveLength(8);
    expect(codes.filter((code) => code === "access.too-many-attempts")).toHaveLength(42);
  });

  test("a right password clears what was mistyped before", async () => {
    for (let n = 0; n < 7; n += 1) await signIn("wrong-password");
    must(await signIn());
    for (let n = 0; n < 7; n += 1) await signIn("wrong-password");
    must(await signIn());
  });

  test("an address that tries many logins is braked too", async () => {
    for (let n = 0; n < 80; n += 1) await signIn("wrong-password", `guess-${n}`);
    expect(codeOf(await signIn())).toBe("access.too-many-attempts");
  }, 60_000);

  test("many people signing in rightly from one address at the same moment are all let in", async () => {
    const crowd = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const one = await hire(at, "crowd");
        await at.database.prisma.account.update({
          where: { id: one.accountId },
          data: { passwordHash: stored },
        });
        return one;
      }),
    );
    const codes = (await Promise.all(crowd.map((one) => signIn(password, one.login)))).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(["ok"]));
  }, 60_000);
});

describe("a one-time password", () => {
  const next = "新的密码足够长-42";
  async function invited() {
    const administrator = await hire(at, "guanli", { role: "administrator" });
    const permit = await permitFor(at, administrator, "accounts.manage");
    hosts += 1;
    const login = `new-${hosts}`;
    const made = must(await at.services.access.createAccount(permit, { login, name: "宋清和" }));
    must(await at.services.access.grantRole(permit, made.accountId, { role: "organizer" }));
    return { ...made, login, permit };
  }

  test("signs in, but opens nothing until it is changed", async () => {
    const account = await invited();
    const { token, mustChange } = must(await signIn(account.password, account.login));
    expect(mustChange).toBe(true);
    const actor = (await at.services.access.whoIs(token))!;
    expect(codeOf(await at.services.access.authorize(actor, "competitions.create"))).toBe(
      "access.sign-in-first",
    );
    expect(codeOf(await at.services.people.ownFile(actor))).toBe("access.sign-in-first");
    expect(codeOf(await at.services.access.changePassword(actor, "wrong-password", next))).toBe(
      "access.wrong-password",
    );
    const renewed = must(await at.services.access.changePassword(actor, account.password, next));
    expect(await at.services.access.whoIs(token)).toBeNull();
    expect(
      codeOf(
        await at.services.access.authorize(
          await at.services.access.whoIs(renewed.token),
          "competitions.create",
        ),
      ),
    ).toBe("ok");
    expect(codeOf(await signIn(account.password, account.login))).toBe("access.wrong-password");
    expect(codeOf(await signIn(next, account.login))).toBe("ok");
  });

  test("is not changed to itself, to something short, dull, or the login", async () => {
    const account = await invited();
    const actor = await at.services.access.actorOf(account.accountId);
    for (const weak of [
      account.password,
      "short",
      "aaaaaaaaaaaa",
      `${account.login}-2026`,
      "x".repeat(201),
      "",
    ]) {
      expect(codeOf(await at.services.access.changePassword(actor!, account.password, weak))).toBe(
        "access.weak-password",
      );
    }
    expect((await at.services.access.actorOf(account.accountId))!.mustChange).toBe(true);
  });

  test("is shown once: it stands nowhere in the database", async () => {
    const account = await invited();
    const all = JSON.stringify([
      await at.database.prisma.account.findMany(),
      await at.database.prisma.ledgerLine.findMany(),
    ]);
    expect(all).not.toContain(account.password);
  });

  test("a login is given once, and must be one", async () => {
    const { permit, login } = await invited();
    expect(
      codeOf(await at.services.access.createAccount(permit, { login: login.toUpperCase(), name: "宋清和" })),
    ).toBe("access.login-taken");
    for (const bad of ["", "ab", "a b", "<b>", "宋清和", "-abc", "x".repeat(41), "abc\u0000"])
      expect(codeOf(await at.services.access.createAccount(permit, { login: bad, name: "宋清和" }))).toBe(
        "input.invalid",
      );
  });
});
