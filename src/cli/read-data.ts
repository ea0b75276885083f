import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { NO_CORRECTIONS, parseCorrections, parseGazetteer } from "../extract/gazetteer.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Corrections, Gazetteer, GazetteerEntry } from "../model/gazetteer.ts";
import { foldName } from "../model/node-key.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { failContent, failUsage } from "./invocation.ts";
import { describeDiagnostic } from "./describe-diagnostic.ts";

/**
 * The names that the field knows.
 * @param path a file with more of them; where both know a name, the file is right
 */
export async function readGazetteer(path: string | undefined): Promise<Gazetteer> {
  // Reading it takes longer than all the rest of a small command, which may not need it.
  const { defaultGazetteer } = await import("../default-gazetteer.ts");
  if (path === undefined) return defaultGazetteer;
  const { gazetteer, diagnostics } = parseGazetteer(await readText(path), path, "");
  failOnErrors(diagnostics);
  const identify = ({ kind, name }: GazetteerEntry) => `${kind}:${foldName(name)}`;
  const own = new Set(gazetteer.entries.map(identify));
  const known = defaultGazetteer.entries.filter((entry) => !own.has(identify(entry)));
  return { entries: [...gazetteer.entries, ...known], givenNames: defaultGazetteer.givenNames };
}

/**
 * What a person decided about the graph.
 * @param path the file that was named
 * @param folders where else to look for one: in them, and in the `graph-data` around them
 */
export async function readCorrections(
  path: string | undefined,
  folders: readonly string[],
): Promise<Corrections> {
  const found = path ?? findCorrections(folders);
  if (found === undefined) return NO_CORRECTIONS;
  const { corrections, diagnostics } = parseCorrections(await readText(found), found);
  failOnErrors(diagnostics);
  return corrections;
}

function findCorrections(folders: readonly string[]): string | undefined {
  return folders
    .flatMap((folder) => {
      const parent = dirname(resolve(folder));
      return basename(parent) === "graph-data" ? [folder, parent] : [folder];
    })
    .map((folder) => join(folder, "corrections.yaml"))
    .find((candidate) => existsSync(candidate));
}

async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) =>
    failUsage(`${path}: ${explainRefusal(error)}`),
  );
}

/** Half a file of decisions would give a graph that nobody decided on. */
function failOnErrors(diagnostics: readonly Diagnostic[]): void {
  const [first] = diagnostics;
  if (first) failContent(describeDiagnostic(first));
}
