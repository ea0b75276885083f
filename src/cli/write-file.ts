import { rmSync } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";
import { failUsage } from "./invocation.ts";

// Listened to while a file is written alone: a listener keeps a signal from ending a long computation.
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** What a shell gives for a command that a signal ended. */
const STOPPED: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "it may not be written",
};

/**
 * Writes a file that is whole or not there: beside its place first, then moved into it.
 * @param path a pipe or a device is written as it is
 * @throws CommandError where the path is wrong, else what the operating system says; no half-written file is left
 */
export async function writeFileWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const known = await stat(target).catch(() => undefined);
  if (known && !known.isFile() && !known.isDirectory()) return writePieces(await open(target, "w"), pieces);
  const beside = `${target}.${process.pid}.part`;
  const clean = () => rmSync(beside, { force: true });
  const stop = (signal: NodeJS.Signals) => {
    clean();
    process.exit(STOPPED[signal]);
  };
  if (known?.isDirectory()) failUsage(`${path}: it is a folder`);
  const handle = await open(beside, "wx", known?.mode).catch((error: NodeJS.ErrnoException) => {
    const reason = REFUSALS[error.code ?? ""];
    return reason ? failUsage(`${path}: ${reason}`) : Promise.reject(error);
  });
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    await writePieces(handle, pieces);
    await rename(beside, target);
  } catch (error) {
    clean();
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

async function writePieces(handle: FileHandle, pieces: Iterable<string>): Promise<void> {
  try {
    for (const piece of pieces) await handle.appendFile(piece);
  } finally {
    await handle.close();
  }
}
