import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a Chromium that starts: `CHROMIUM_PATH`, the usual names and places, then playwright-core's own download.
 * @returns {Promise<string | undefined>} the path of its executable
 */
export async function findChromium() {
  const inPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, ...inPath, ...PLACES, await findDownloaded()];
  return candidates.find((path) => path && existsSync(path) && starts(path));
}

/** Ubuntu has a `chromium-browser` that only says to install a snap: what is found must also start. */
function starts(/** @type {string} */ path) {
  if (process.platform === "win32") return true;
  try {
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function findDownloaded() {
  try {
    const { chromium } = await import("playwright-core");
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
