import { unzipSync, type UnzipFileInfo } from "fflate";
import type { SourceFile } from "../../build-graph.ts";

/** What a folder of minutes may unpack to, in bytes: more is a mistake, or meant to fill the memory. */
const MAX_UNPACKED = 500_000_000;

/** Whether a file is a zip archive, by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Unpacks the visible files of a zip archive.
 * @throws Error, fit for people, where the archive is broken or unpacks to more than 500 MB
 */
export function unpackZip({ path, bytes }: SourceFile): SourceFile[] {
  let size = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!isVisible(name)) return false;
    size += originalSize;
    return size <= MAX_UNPACKED;
  };
  const unpacked = unpack(path, () => unzipSync(bytes, { filter }));
  if (size > MAX_UNPACKED)
    throw new Error(`${path} unpacks to more than 500 MB, which is too much for a page.`);
  return Object.entries(unpacked).map(([name, content]) => ({
    path: name.replaceAll("\\", "/"),
    bytes: content,
  }));
}

function unpack(path: string, run: () => Record<string, Uint8Array>): Record<string, Uint8Array> {
  try {
    return run();
  } catch (cause) {
    throw new Error(`${path} could not be unpacked: the archive is broken or encrypted.`, { cause });
  }
}

/** Whether a file of a folder or archive is meant to be seen: no folder, no hidden file, no system's own record. */
export function isVisible(path: string): boolean {
  return !path.endsWith("/") && !/(?:^|[/\\])(?:\.|__MACOSX[/\\]|Thumbs\.db$)/.test(path);
}
