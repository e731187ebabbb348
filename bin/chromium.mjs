// A Chromium and Chinese fonts for the browser tests, from Debian's packages; never a download by playwright.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

/** libnss3-tools: with certutil the test of the venue's network trusts its authority as a device does. */
const PACKAGES = ["chromium", "fonts-noto-cjk", "libnss3-tools"];
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function run(program, args, options = {}) {
  return spawnSync(program, args, { encoding: "utf8", ...options });
}

const works = (path) => Boolean(path) && existsSync(path) && run(path, ["--version"]).status === 0;
const hasFonts = () => Boolean(run("fc-list", [":lang=zh-cn", "family"]).stdout?.trim());

function asRoot() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { stdio: ["ignore", "ignore", "inherit"], env };
  run("apt-get", ["update", "-qq"], options);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES, "fontconfig"], options);
}

/** Unpacked below node_modules/.cache, with the libraries this machine lacks; a small script starts it. */
function asUser() {
  const home = join(root, "node_modules/.cache/chromium");
  const start = join(home, "chromium");
  if (works(start)) return start;
  const archives = join(home, "archives");
  for (const folder of ["state/lists/partial", "archives/partial"]) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  const own = [
    `Dir::State=${join(home, "state")}`,
    "Dir::State::status=/var/lib/dpkg/status",
    `Dir::Cache=${home}`,
    "Debug::NoLocking=1",
    "APT::Sandbox::User=",
  ].flatMap((option) => ["-o", option]);
  const options = { stdio: ["ignore", "ignore", "inherit"] };
  run("apt-get", [...own, "update", "-qq"], options);
  const wanted = ["--download-only", "-y", "-qq", "--no-install-recommends", "install", ...PACKAGES];
  run("apt-get", [...own, ...wanted], options);
  const files = join(home, "files");
  for (const name of readdirSync(archives).filter((file) => file.endsWith(".deb"))) {
    run("dpkg", ["-x", join(archives, name), files]);
  }
  const libraries = [
    "usr/lib/x86_64-linux-gnu",
    "usr/lib/aarch64-linux-gnu",
    "lib/x86_64-linux-gnu",
    "usr/lib",
  ];
  const paths = libraries.map((folder) => join(files, folder)).join(":");
  const fonts = join(home, "fonts.conf");
  const folders = ["/usr/share/fonts", join(files, "usr/share/fonts")].map((path) => `<dir>${path}</dir>`);
  const cache = `<cachedir>${join(home, "font-cache")}</cachedir>`;
  writeFileSync(fonts, `<?xml version="1.0"?><fontconfig>${folders.join("")}${cache}</fontconfig>\n`);
  const program = [join(files, "usr/lib/chromium/chromium"), ...places].find(existsSync);
  if (!program) return undefined;
  const environment = `LD_LIBRARY_PATH='${paths}' FONTCONFIG_FILE='${fonts}'`;
  writeFileSync(start, `#!/bin/sh\n${environment} exec '${program}' "$@"\n`);
  chmodSync(start, 0o755);
  return works(start) ? start : undefined;
}

/** The path of a Chromium that starts, or undefined when this machine can have none. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) {
    return works(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  }
  const found = () => places.find(works);
  if (found() && hasFonts()) return found();
  console.log("正在准备浏览器和中文字体…… Preparing Chromium and Chinese fonts…");
  if (process.getuid?.() === 0) {
    asRoot();
    return found();
  }
  return asUser() ?? found();
}
