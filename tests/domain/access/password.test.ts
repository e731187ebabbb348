// What a password must be: ten to two hundred code points, not the login, not one character over and over.
import { expect, test } from "vitest";
import { acceptPassword } from "#domain/access/password.ts";

test.each([
  ["correct horse battery", true],
  ["开封菊花甲天下十字长城", true],
  ["一二三四五六七八九", false],
  ["abcdefghij", true],
  ["abcdefghi", false],
  ["aaaaaaaaaaaa", false],
  ["abcabcabcabc", false],
  ["my-leader01-password", false],
  ["my-LEADER01-password", false],
  ["𬱖㛃𫖯䶮单仇解上官云", true],
  [`${"x".repeat(197)}abc`, true],
  [`${"x".repeat(198)}abc`, false],
])("口令 %j 可用：%s", (password, good) => {
  expect(acceptPassword(password, "leader01").ok).toBe(good);
});
