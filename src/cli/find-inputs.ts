import { access, constants, stat } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Diagnostic } from "../model/diagnostic.ts";
import { tellRefusal } from "./explain-refusal.ts";

/** A file to read, and the name that it has in the graph. */
export interface InputFile {
  /** On the disk; `-` for the standard input. */
  path: string;
  /** Its path in the folder that was named, with `/` between its parts. */
  name: string;
  /** Whether it was named itself, not a folder that it lies in or a pattern that it fits. */
  isNamed: boolean;
}

export interface Inputs {
  files: InputFile[];
  /** The folders that were named, and those of the files that were: where corrections may lie. */
  folders: string[];
  diagnostics: Diagnostic[];
}

/** In a folder, other files are passed over. */
const ENDINGS = ["txt", "text", "md", "markdown", "html", "htm", "eml", "mbox", "mbx", "log", "irc"];
const IN_FOLDER = [`**/*.{${ENDINGS.join(",")}}`, "**/!(*.*)"];

/**
 * Finds the files that paths mean: files, folders with all that is in them, patterns, and `-` for the standard input.
 * @returns each file once, in the order of the paths, and an error for each path that means nothing
 */
export async function findInputs(paths: readonly string[]): Promise<Inputs> {
  const inputs: Inputs = { files: [], folders: [], diagnostics: [] };
  for (const path of paths) await addPath(inputs, path);
  const seen = new Set<string>();
  inputs.files = inputs.files.filter((file) => {
    const place = file.path === "-" ? "-" : resolve(file.path);
    return !seen.has(place) && seen.add(place);
  });
  tellApart(inputs.files);
  return inputs;
}

async function addPath(inputs: Inputs, path: string): Promise<void> {
  if (path === "-") {
    inputs.files.push({ path, name: "stdin", isNamed: true });
    return;
  }
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === "ENOENT" && isDynamicPattern(path)) await addPattern(inputs, path);
    else inputs.diagnostics.push(createError("no-such-file", path || "''", tellRefusal(found)));
  } else if (found.isDirectory()) await addFolder(inputs, path);
  else {
    inputs.files.push({ path, name: basename(path), isNamed: true });
    inputs.folders.push(dirname(path));
  }
}

async function addFolder(inputs: Inputs, folder: string): Promise<void> {
  const refusal = await access(folder, constants.R_OK | constants.X_OK).catch((error: Error) => error);
  if (refusal) {
    inputs.diagnostics.push(createError("unreadable", folder, tellRefusal(refusal)));
    return;
  }
  const options = { cwd: folder, ignore: ["**/node_modules/**"], followSymbolicLinks: false };
  const names = await glob(IN_FOLDER, { ...options, caseSensitiveMatch: false });
  if (names.length === 0) {
    const hint = `Files in folders are read when their names end in .${ENDINGS.join(", .")}`;
    inputs.diagnostics.push({ ...createError("empty-folder", folder, "There are no minutes in it"), hint });
  }
  inputs.folders.push(folder);
  for (const name of names.sort()) inputs.files.push({ path: `${folder}/${name}`, name, isNamed: false });
}

async function addPattern(inputs: Inputs, pattern: string): Promise<void> {
  const fixed = pattern.split("/").slice(0, -1);
  const firstDynamic = fixed.findIndex((part) => isDynamicPattern(part));
  const base = (firstDynamic < 0 ? fixed : fixed.slice(0, firstDynamic)).join("/");
  const paths = await glob(pattern, { followSymbolicLinks: false });
  if (paths.length === 0)
    inputs.diagnostics.push(createError("no-such-file", pattern, "No file is called like that"));
  if (paths.length > 0) inputs.folders.push(base || ".");
  for (const path of paths.sort())
    inputs.files.push({ path, name: toName(base || ".", path), isNamed: false });
}

function toName(base: string, path: string): string {
  return relative(base, path).split(sep).join("/");
}

/** Files of one name in different folders are called by their paths from here. */
function tellApart(files: readonly InputFile[]): void {
  const counts = new Map<string, number>();
  for (const { name } of files) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const file of files) if ((counts.get(file.name) ?? 0) > 1) file.name = toName(".", file.path);
}

function createError(code: string, document: string, message: string): Diagnostic {
  return { code, severity: "error", message, document };
}
