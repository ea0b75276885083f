#!/usr/bin/env node
import { run } from "./run.ts";
import { createTerminal } from "./terminal.ts";

// Whoever reads the output may stop reading: `minutes-graph build minutes | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`minutes-graph: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), createTerminal(process));
