import type { SourceFile } from "../../build-graph.ts";
import { isVisible } from "./unpack-zip.ts";

/** More than this, in bytes, is a mistake: a page cannot hold it. */
const MAX_BYTES = 500_000_000;

/**
 * Reads what was dropped on the page or pasted into it: files, whole folders, or text.
 * @param transfer must be handed over within the event: it is empty afterwards
 * @returns no files where there is nothing to read
 * @throws Error, fit for people
 */
export async function readDropped(transfer: DataTransfer): Promise<SourceFile[]> {
  const entries = [...transfer.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const text = transfer.getData("text/plain");
  if (entries.length === 0) return text.trim() ? [createPasted(text)] : [];
  const found: FoundFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return await readFound(found);
}

/** Reads the files of an `<input type="file">`, or of a folder chosen in one. */
export function readChosen(files: FileList): Promise<SourceFile[]> {
  return readFound([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Text that was typed or pasted, as a file. */
export function createPasted(text: string): SourceFile {
  return { path: "pasted.txt", bytes: new TextEncoder().encode(text) };
}

interface FoundFile {
  path: string;
  file: File;
}

async function collect(entry: FileSystemEntry | File, found: FoundFile[]): Promise<void> {
  if (entry instanceof File) found.push({ path: entry.name, file: entry });
  else if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
  } else if (isFolder(entry)) for (const child of await listFolder(entry)) await collect(child, found);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader hands out a folder in parts, the last of which is empty. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all.filter(({ name }) => isVisible(name));
    all.push(...part);
  }
}

async function readFound(found: readonly FoundFile[]): Promise<SourceFile[]> {
  const visible = found.filter(({ path }) => isVisible(path));
  const size = visible.reduce((sum, { file }) => sum + file.size, 0);
  if (size > MAX_BYTES) throw new Error("These files have more than 500 MB, which is too much for a page.");
  return await Promise.all(visible.map(readFile));
}

async function readFile({ path, file }: FoundFile): Promise<SourceFile> {
  try {
    return { path, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (cause) {
    throw new Error(`${path} could not be read: it is gone, or it may not be read.`, { cause });
  }
}
