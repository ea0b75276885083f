import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { analyseFile, type FileAnalysis, type SourceFile } from "../build-graph.ts";
import type { Corrections, Gazetteer } from "../model/gazetteer.ts";
import type { AnalysisCache } from "./analysis-cache.ts";
import { readGazetteer } from "./read-data.ts";

/** From so many bytes on, starting threads pays: each first reads the gazetteer. */
const ALONE = 1_000_000;
const MOST_THREADS = 8;

interface ThreadData {
  /** The path of the user's gazetteer. */
  gazetteer: string | undefined;
  corrections: Corrections;
}

/** Reads files one by one, and on all cores when there is much to read; what comes out is the same. */
export class Analyser {
  private bytes = 0;
  private threads: Thread[] = [];

  /** @param gazetteerPath the user's gazetteer, which the threads read again */
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly corrections: Corrections,
    private readonly gazetteerPath: string | undefined,
    private readonly cache: AnalysisCache | undefined,
  ) {}

  /**
   * Waits until somebody is free, and has them read the file.
   * @returns what will have been read; its failure is the caller's to hear, now or later
   */
  async take(file: SourceFile): Promise<{ analysis: Promise<FileAnalysis> }> {
    const known = await this.cache?.find(file);
    if (known) return { analysis: Promise.resolve(known) };
    const { analysis } = await this.read(file);
    const kept = analysis.then(async (found) => {
      await this.cache?.keep(file, found);
      return found;
    });
    kept.catch(() => undefined);
    return { analysis: kept };
  }

  private async read(file: SourceFile): Promise<{ analysis: Promise<FileAnalysis> }> {
    this.bytes += file.bytes.length;
    if (this.bytes > ALONE && this.threads.length === 0 && availableParallelism() > 1) this.start();
    if (this.threads.length > 0) await Promise.race(this.threads.map(({ idle }) => idle));
    const thread = this.threads.find(({ isIdle }) => isIdle);
    const analysis = thread
      ? thread.analyse(file)
      : Promise.resolve(await analyseFile(file, this.gazetteer, this.corrections));
    return { analysis };
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private start(): void {
    const data: ThreadData = { gazetteer: this.gazetteerPath, corrections: this.corrections };
    const count = Math.min(availableParallelism(), MOST_THREADS);
    this.threads = Array.from({ length: count }, () => new Thread(data));
  }
}

/** One worker thread, which reads one file at a time. */
class Thread {
  isIdle = true;
  /** Settles when the file that it reads is read. */
  idle: Promise<void> = Promise.resolve();
  private readonly worker: Worker;
  private settle: { resolve: (analysis: FileAnalysis) => void; reject: (error: unknown) => void } | undefined;

  constructor(data: ThreadData) {
    this.worker = new Worker(new URL(import.meta.url), { workerData: data });
    this.worker.on("message", (analysis: FileAnalysis) => this.settle?.resolve(analysis));
    this.worker.on("error", (error) => this.settle?.reject(error));
  }

  analyse(file: SourceFile): Promise<FileAnalysis> {
    this.isIdle = false;
    const reading = new Promise<FileAnalysis>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.idle = reading.then(
      () => void (this.isIdle = true),
      () => undefined,
    );
    this.worker.postMessage(file);
    return reading;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/** What a worker thread does: reads the files that it is sent, and sends back what they say. */
export async function runThread(): Promise<void> {
  const { gazetteer: path, corrections } = workerData as ThreadData;
  const gazetteer = await readGazetteer(path);
  parentPort?.on("message", (file: SourceFile) => {
    void analyseFile(file, gazetteer, corrections).then((analysis) => parentPort?.postMessage(analysis));
  });
}
