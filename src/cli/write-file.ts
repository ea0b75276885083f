import { unlinkSync } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";

/**
 * Writes a file that is whole or not there: beside its place first, then moved into it.
 * @param path a pipe or a device is written as it is
 * @throws what the operating system says, after the half-written file is taken away
 */
export async function writeFileWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const known = await stat(target).catch(() => undefined);
  if (known && !known.isFile() && !known.isDirectory()) return writePieces(await open(target, "w"), pieces);
  const beside = `${target}.${process.pid}.part`;
  const clean = () => unlinkSync(beside);
  const handle = await open(beside, "wx", known?.mode);
  process.once("exit", clean);
  try {
    await writePieces(handle, pieces);
    await rename(beside, target);
  } catch (error) {
    clean();
    throw error;
  } finally {
    process.off("exit", clean);
  }
}

async function writePieces(handle: FileHandle, pieces: Iterable<string>): Promise<void> {
  try {
    for (const piece of pieces) await handle.appendFile(piece);
  } finally {
    await handle.close();
  }
}
