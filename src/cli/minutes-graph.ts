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

  process.exitCode = await run(process.argv.slice(2), createTerminal(process));
} else await runThread();
