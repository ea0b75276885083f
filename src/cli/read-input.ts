import { readFile, stat } from "node:fs/promises";
import type { SourceFile } from "../build-graph.ts";
import { checkBytes, MAX_BYTES } from "../minutes/check-bytes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { InputFile } from "./find-inputs.ts";

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
  try {
    const bytes = input.path === "-" ? await readStream(stdin) : await readWithin(input.path);
    return checkBytes(input.name, bytes) ?? { path: input.name, bytes };
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    return {
      code: "unreadable",
      severity: "error",
      message: SYSTEM_MESSAGES[code] ?? message,
      document: input.name,
    };
  }
}

/** Of a file that is too large, so much that it is seen to be. */
async function readWithin(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFile(path);
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}
