import { readFile, stat } from "node:fs/promises";
import type { SourceFile } from "../build-graph.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { InputFile } from "./find-inputs.ts";

/** An archive of mail can be large; what no machine holds is not tried. */
const MAX_BYTES = 1024 ** 3;
const TOO_LARGE = "The file is larger than 1 GB and was not read";
const SYSTEM_MESSAGES: Readonly<Record<string, string>> = {
  EACCES: "It may not be read",
  EPERM: "It may not be read",
  ENOENT: "There is no such file",
  EISDIR: "It is a folder",
};

/** Reads a file, or says in one diagnostic why it cannot be read as minutes. */
export async function readInput(
  input: InputFile,
  stdin: AsyncIterable<Uint8Array>,
): Promise<SourceFile | Diagnostic> {
  const fail = (code: string, message: string): Diagnostic => {
    return { code, severity: "error", message, document: input.name };
  };
  try {
    const bytes = input.path === "-" ? await readStream(stdin) : await readWithin(input.path);
    return bytes ? { path: input.name, bytes } : fail("file-too-large", TOO_LARGE);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    return fail("unreadable", SYSTEM_MESSAGES[code] ?? message);
  }
}

/** Of a file that is too large, nothing is read. */
async function readWithin(path: string): Promise<Uint8Array | undefined> {
  const { size } = await stat(path);
  return size > MAX_BYTES ? undefined : readFile(path);
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}
