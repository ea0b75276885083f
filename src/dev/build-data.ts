import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { buildGraph, type BuildResult, type SourceFile } from "../build-graph.ts";
import { parseCorrections, parseGazetteer } from "../extract/gazetteer.ts";

/**
 * Builds the graph of a data folder: the minutes in `minutes`, read with `gazetteer.yaml`, `given-names.txt` and
 * `corrections.yaml` where they are there.
 * @param folder its path
 */
export async function buildData(folder: string): Promise<BuildResult> {
  const [files, gazetteerText, givenNames, correctionsText] = await Promise.all([
    readMinutes(join(folder, "minutes")),
    readOptional(join(folder, "gazetteer.yaml")),
    readOptional(join(folder, "given-names.txt")),
    readOptional(join(folder, "corrections.yaml")),
  ]);
  const { gazetteer, diagnostics: first } = parseGazetteer(gazetteerText, "gazetteer.yaml", givenNames);
  const { corrections, diagnostics: second } = parseCorrections(correctionsText, "corrections.yaml");
  const { graph, diagnostics } = await buildGraph(files, { gazetteer, corrections });
  return { graph, diagnostics: [...first, ...second, ...diagnostics] };
}

async function readMinutes(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return await Promise.all(
    paths.map(async (path) => ({
      path: path.split(sep).join("/"),
      bytes: new Uint8Array(await readFile(join(folder, path))),
    })),
  );
}

async function readOptional(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
