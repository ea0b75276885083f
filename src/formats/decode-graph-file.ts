export type ByteChunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Bytes that are decoded at once. */
const PART = 1 << 20;
const DECLARATION = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

/**
 * Decodes a graph file as a stream: by its byte order mark, else by what its XML declaration says, else as UTF-8.
 * @returns text in pieces, without the mark
 */
export async function* decodeGraphFile(chunks: ByteChunks): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= createDecoder(findEncoding(chunk));
    for (let at = 0; at < chunk.length; at += PART)
      yield decoder.decode(chunk.subarray(at, at + PART), { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** Decodes a table, which says nothing of its encoding: what is not UTF-8 was saved by a spreadsheet on Windows. */
export function decodeTable(bytes: Uint8Array): string {
  const marked = findMark(bytes);
  if (marked !== undefined) return createDecoder(marked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function findEncoding(start: Uint8Array): string {
  const declared = () => DECLARATION.exec(String.fromCharCode(...start.subarray(0, 300)))?.[1];
  return findMark(start) ?? declared() ?? "utf-8";
}

function findMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** A name that nobody knows is passed over. A declaration that can be read byte for byte is not one of UTF-16. */
function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
