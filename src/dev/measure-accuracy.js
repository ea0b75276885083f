// Scores the built command against documents with hand-made answers, where they lie beside the project.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const evaluator = fileURLToPath(new URL("../../../shared/eval/run.mjs", import.meta.url));

if (existsSync(evaluator)) {
  const { status } = spawnSync(process.execPath, [evaluator, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} else {
  console.log("Skipped: the documents with answers (shared/eval beside the project's folder) are not here.");
}
