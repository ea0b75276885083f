import { rmSync } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { failContent, failUsage } from "./invocation.ts";

// Listened to while a file is written alone: a listener keeps a signal from ending a long computation.
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** What a shell gives for a command that a signal ended. */
const STOPPED: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
/** So that a word typed in the wrong place does not cost the minutes themselves. */
export function refuseInputs(out: string | undefined, inputs: readonly string[]): void {
  if (out !== undefined && inputs.some((input) => input !== "-" && resolve(input) === resolve(out)))
    failUsage(`${out}: it is read, and would be lost`);
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "it may not be written",
  ENOSPC: "there is no room for it",
  EDQUOT: "there is no room for it",
};

/** A file to write: its name, and its text in pieces. */
export type Output = readonly [path: string, pieces: Iterable<string>];

/**
 * Writes a file that is whole or not there: see {@link writeFilesWhole}.
 * @param path a pipe or a device is written as it is
 */
export async function writeFileWhole(path: string, pieces: Iterable<string>): Promise<void> {
  await writeFilesWhole([[path, pieces]]);
}

/**
 * Writes files that are all whole or not there: beside their places first, then moved into them.
 * @throws CommandError where a path is wrong, else what the operating system says; no half-written file is left
 */
export async function writeFilesWhole(files: readonly Output[]): Promise<void> {
  const written: Beside[] = [];
  const clean = () => {
    for (const { beside } of written) rmSync(beside, { force: true });
  };
  const stop = (signal: NodeJS.Signals) => {
    clean();
    process.exit(STOPPED[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    for (const file of files) await writeBeside(file, written);
    for (const { beside, target } of written) await rename(beside, target);
  } catch (error) {
    clean();
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

interface Beside {
  beside: string;
  target: string;
}

async function writeBeside([path, pieces]: Output, written: Beside[]): Promise<void> {
  if (!path) failUsage("A file to write needs a name");
  const target = await realpath(path).catch(() => path);
  const known = await stat(target).catch(() => undefined);
  if (known?.isDirectory()) failUsage(`${path}: it is a folder`);
  if (known && !known.isFile()) return writePieces(await open(target, "w"), pieces);
  const beside = `${target}.${process.pid}.part`;
  const handle = await open(beside, "wx", known?.mode).catch((error: NodeJS.ErrnoException) => {
    const reason = REFUSALS[error.code ?? ""];
    return reason ? failUsage(`${path}: ${reason}`) : Promise.reject(error);
  });
  written.push({ beside, target });
  await writePieces(handle, pieces).catch((error: NodeJS.ErrnoException) => {
    const reason = REFUSALS[error.code ?? ""];
    return reason ? failContent(`${path}: ${reason}; nothing was written`) : Promise.reject(error);
  });
}

async function writePieces(handle: FileHandle, pieces: Iterable<string>): Promise<void> {
  try {
    for (const piece of pieces) await handle.appendFile(piece);
  } finally {
    await handle.close();
  }
}
