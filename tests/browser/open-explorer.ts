import { describe } from "vitest";
import { findChromium } from "../../src/dev/find-chromium.js";

export { startExplorer, type Explorer } from "../../src/dev/start-explorer.ts";

const hasChromium = (await findChromium()) !== undefined;
if (!hasChromium) process.stderr.write("Browser tests are skipped: no Chromium here, set CHROMIUM_PATH.\n");

/** `describe` in a real Chromium; skipped, and said so, only where there is none at all. */
export const describeInChromium: typeof describe | typeof describe.skip = hasChromium
  ? describe
  : describe.skip;
