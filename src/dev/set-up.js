// Makes a fresh clone ready; only Node's own modules, because nothing else is there yet.
//   node src/dev/set-up.js [--chromium]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

checkNodeVersion();
if (!areDependenciesInstalled()) installDependencies();
if (process.argv.includes("--chromium") && !(await findChromium())) await installChromium();

function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Minutes Graph needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** Whether every package that the lock file names is there in the version that it names. */
function areDependenciesInstalled() {
  const installed = readPackages("node_modules/.package-lock.json");
  return Object.entries(readPackages("package-lock.json")).every(
    ([path, wanted]) => path === "" || wanted.optional || installed[path]?.version === wanted.version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(/** @type {string} */ file) {
  const path = join(root, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")).packages ?? {}) : {};
}

function installDependencies() {
  console.log("Installing the dependencies (npm ci)…");
  if (!run("npm", ["ci", "--no-audit", "--no-fund"])) fail("The dependencies could not be installed.");
}

async function installChromium() {
  console.log("Installing a Chromium for the browser tests…");
  if (process.getuid?.() === 0 && run("apt-get", ["update"])) {
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
    if (await findChromium()) return;
  }
  run("npx", ["playwright-core", "install", "chromium"]);
  if (await findChromium()) return;
  fail(
    "The browser tests need a Chromium, and none could be installed: install one, or set CHROMIUM_PATH to it.",
  );
}

function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const isWindows = process.platform === "win32";
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: isWindows }).status === 0;
}

/** @returns {never} */
function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}
