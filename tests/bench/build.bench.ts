import { analyseFile, buildGraph, type SourceFile } from "../../src/build-graph.ts";
import { gazetteer, toFile } from "../build/build-minutes.ts";
import { generateMinutes, type Dress } from "../build/generate-minutes.ts";
import type { Benchmark } from "./benchmark.ts";

const write = (count: number, dress: Dress): SourceFile[] =>
  generateMinutes(5 * count)
    .filter((meeting) => meeting.dress === dress)
    .map(({ path, text }) => toFile(path, text));

const analyse = async (files: readonly SourceFile[]): Promise<void> => {
  for (const file of files) await analyseFile(file, gazetteer);
};

/** Multiples of the floor, which reads about 140 MB a second: 5 MB/s of plain text, 2 MB/s of Markdown. */
const AT_MOST: Partial<Record<Dress, number>> = { plain: 28, markdown: 70 };

/** The least that a reader of text does: decode it and find its words. */
function countWords(files: readonly SourceFile[]): number {
  const decoder = new TextDecoder();
  let words = 0;
  for (const { bytes } of files) words += decoder.decode(bytes).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words;
}

function compare(dress: Dress, count: number): Benchmark {
  const files = write(count, dress);
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  return {
    name: `read ${count} meetings, ${dress}, ${megabytes.toFixed(2)} MB`,
    ours: () => analyse(files),
    floor: () => countWords(files),
    atMost: AT_MOST[dress] ?? 28,
  };
}

function compareGrowth(fewer: number, more: number): Benchmark {
  const [small, large] = [generateMinutes(fewer), generateMinutes(more)].map((meetings) =>
    meetings.map(({ path, text }) => toFile(path, text)),
  );
  return {
    name: `build ${more} meetings against ${fewer}`,
    ours: () => buildGraph(large ?? [], { gazetteer }),
    floor: () => buildGraph(small ?? [], { gazetteer }),
    atMost: (1.5 * more) / fewer,
    runs: 3,
  };
}

/** What rows of names, of verbs and of marks cost when they do not end: twice the line, not four times the time. */
function compareLines(words: string): Benchmark {
  const writeLine = (length: number): SourceFile[] => {
    const line = words.repeat(Math.ceil(length / words.length));
    return [toFile("line.txt", `Kettle call, 2024-03-05\n\nPresent: Ann Lee, Bob Roth\n\nKettle\n${line}\n`)];
  };
  const [half, whole] = [writeLine(60_000), writeLine(120_000)];
  return {
    name: `read one line of 120 kB, ${JSON.stringify(words)}, against half of it`,
    ours: () => analyse(whole),
    floor: () => analyse(half),
    atMost: 3,
    ofProcessor: true,
    runs: 3,
  };
}

export const benchmarks: Benchmark[] = [
  ...[
    "ABC ",
    "Ann Lee, ",
    "Ann will send it to Bob ",
    "(",
    "item 3 ",
    "worked on by Ann ",
    "Ann at it, ",
    "(Ann + ",
  ].map(compareLines),
  ...[10, 100, 1000].flatMap((count) => [compare("plain", count), compare("markdown", count)]),
  compareGrowth(100, 1000),
];
