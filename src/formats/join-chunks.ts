const CHUNK_LENGTH = 65_536;

/**
 * Puts small pieces of a file together into chunks worth writing.
 * @returns chunks of at least 64 Ki UTF-16 code units, the last one shorter; none ends inside of a piece
 */
export function* joinChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}
