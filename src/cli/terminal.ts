import pc from "picocolors";

type Colors = ReturnType<typeof pc.createColors>;

/** Where a command reads and writes; the process's own streams, or those of a test. */
export interface Terminal {
  stdin: AsyncIterable<Uint8Array>;
  /** Writes to the standard output, as fast as it is read. */
  write: (pieces: string | Iterable<string>) => Promise<void>;
  /** Writes a line of news to the standard error output. */
  tell: (line: string) => void;
  /** Shows how far a long command is, on a terminal alone; without a text it is taken away again. */
  showProgress: (text?: string) => void;
  /** Colours for the standard output: none where it is no terminal. */
  colors: Colors;
  /** Colours for the standard error output. */
  newsColors: Colors;
}

/** @param streams the process, or what has its three streams */
export function createTerminal(streams: Pick<NodeJS.Process, "stdin" | "stdout" | "stderr">): Terminal {
  const { stdout, stderr } = streams;
  let progress = "";
  const showProgress = (text = "") => {
    if (!stderr.isTTY || text === progress) return;
    stderr.write(`\r\u001b[K${text}`);
    progress = text;
  };
  return {
    get stdin() {
      return streams.stdin;
    },
    async write(pieces) {
      for (const piece of typeof pieces === "string" ? [pieces] : pieces) {
        if (!stdout.write(piece)) await new Promise((resolve) => stdout.once("drain", resolve));
      }
    },
    tell(line) {
      showProgress();
      stderr.write(`${line}\n`);
    },
    showProgress,
    colors: pc.createColors(pc.isColorSupported && stdout.isTTY),
    newsColors: pc.createColors(pc.isColorSupported && stderr.isTTY),
  };
}

/** A bar of 24 places: "[######                  ] 3/12 minutes.txt". */
export function drawProgress(done: number, total: number, label: string): string {
  const filled = total === 0 ? 24 : Math.floor((done / total) * 24);
  return `[${"#".repeat(filled).padEnd(24)}] ${done}/${total} ${toPlainLine(label, 60)}`;
}

// Controls, the marks that turn the direction of writing, and what a terminal takes for either.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\s]+/g;

/**
 * Text from minutes as one line that a terminal prints and never obeys.
 * @param maxLength in UTF-16 code units; what is longer ends in "…"
 */
export function toPlainLine(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  const line = text
    .slice(0, maxLength * 4)
    .replace(UNPRINTABLE, " ")
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line;
}
