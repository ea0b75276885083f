// Runs every *.bench.ts of this folder, and compares medians with a floor measured in the same run.
//   npm run bench [-- NAME…]
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);

/** @typedef {import("./benchmark.ts").Benchmark} Benchmark */

let failures = 0;
for (const file of readdirSync(here).filter((name) => name.endsWith(".bench.ts"))) {
  if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
  const { module } = await runnerImport(`${here}${file}`, {
    root: `${here}../..`,
    configFile: false,
    logLevel: "error",
  });
  for (const benchmark of /** @type {{ benchmarks: Benchmark[] }} */ (module).benchmarks)
    await report(benchmark);
}
process.exitCode = failures > 0 ? 1 : 0;

/** Ours and the floor take turns, so that whatever else the machine does is shared out between them. */
async function report(/** @type {Benchmark} */ { name, ours, floor, atMost, ofProcessor = false, runs = 5 }) {
  /** @type {number[]} */ const ourTimes = [];
  /** @type {number[]} */ const floorTimes = [];
  for (let run = 0; run < runs; run++) {
    ourTimes.push(await measure(ours, ofProcessor));
    if (floor) floorTimes.push(await measure(floor, ofProcessor));
  }
  const [time, floorTime] = [findMedian(ourTimes), findMedian(floorTimes)];
  const value = floor ? time / floorTime : time;
  const against = floor ? `floor ${floorTime.toFixed(1)} ms, ratio ${value.toFixed(2)}` : "";
  const fails = value > atMost;
  if (fails) failures += 1;
  const limit = `at most ${atMost}${floor ? " ×" : " ms"}`;
  console.log(
    `${fails ? "✗" : "✓"} ${name}: ${time.toFixed(1)} ms ${against ? `(${against}) ` : ""}${limit}`,
  );
}

async function measure(/** @type {() => unknown} */ work, /** @type {boolean} */ ofProcessor) {
  const start = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  const clock = performance.now() - start;
  // Other programs lengthen the clock's time, and the engine's helpers the processor's: the work is within both.
  return ofProcessor ? Math.min((user + system) / 1000, clock) : clock;
}

function findMedian(/** @type {number[]} */ times) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
