#!/usr/bin/env node
import { isMainThread } from "node:worker_threads";
import { runThread } from "./analyser.ts";
import { run } from "./run.ts";
import { createTerminal } from "./terminal.ts";

if (isMainThread) {
  // Whoever reads the output may stop reading: `minutes-graph build minutes | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.stderr.write(`minutes-graph: ${error.message}\n`);
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  // News that nobody reads any more do not end the work: `minutes-graph build minutes -o graph.json 2>&1 | head -1`.
  process.stderr.on("error", () => undefined);

  process.exitCode = await run(process.argv.slice(2), createTerminal(process));
} else await runThread();
