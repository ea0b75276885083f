import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { SourceFile } from "../build-graph.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { tellRefusal } from "./explain-refusal.ts";
import type { InputFile } from "./find-inputs.ts";

/** An archive of mail can be large; what no machine holds is not tried. */
const MAX_BYTES = 1024 ** 3;
const TOO_LARGE = "The file is larger than 1 GB and was not read";
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
    const refusal = error as NodeJS.ErrnoException;
    if (!refusal.code) throw error;
    return fail("unreadable", tellRefusal(refusal));
  }
}

/** Of a file that is too large, nothing is read; how much a pipe or a device gives shows when it is read. */
async function readWithin(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path);
  if (!found.isFile()) return readStream(createReadStream(path) as AsyncIterable<Uint8Array>);
  return found.size > MAX_BYTES ? undefined : readFile(path);
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
