import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileAnalysis, SourceFile } from "../build-graph.ts";
import type { Corrections, Gazetteer } from "../model/gazetteer.ts";
import { failUsage } from "./invocation.ts";
import { writeFileWhole } from "./write-file.ts";

const ENTRY = /^[0-9a-f]{16}-[0-9a-f]{64}\.json$/;

/**
 * Keeps in a folder what each file says, so that the next build reads only what is new or changed. An entry stands for
 * the file's path and bytes, the gazetteer, the corrections and this very program; what others made is taken away.
 */
export class AnalysisCache {
  private constructor(
    private readonly folder: string,
    /** The beginning of every entry's name. */
    private readonly origin: string,
  ) {}

  /** @param folder its path; it is made where there is none, and can be removed at any time */
  static async open(folder: string, gazetteer: Gazetteer, corrections: Corrections): Promise<AnalysisCache> {
    const program = await readFile(fileURLToPath(import.meta.url));
    const names = [...gazetteer.givenNames].sort();
    const data = JSON.stringify([gazetteer.entries, names, corrections]);
    const origin = createHash("sha256").update(program).update(data).digest("hex").slice(0, 16);
    const fail = (error: Error): never =>
      failUsage(`${folder}: no cache can be kept there (${error.message})`);
    await mkdir(folder, { recursive: true }).catch(fail);
    for (const name of await readdir(folder).catch(fail))
      if (ENTRY.test(name) && !name.startsWith(origin)) await rm(join(folder, name), { force: true });
    return new AnalysisCache(folder, origin);
  }

  /** What the file said when it was read before; undefined where it is new, changed, or the entry is broken. */
  async find(file: SourceFile): Promise<FileAnalysis | undefined> {
    const entry = await readFile(this.locate(file), "utf8").catch(() => undefined);
    try {
      return entry === undefined ? undefined : (JSON.parse(entry) as FileAnalysis);
    } catch {
      return undefined;
    }
  }

  async keep(file: SourceFile, analysis: FileAnalysis): Promise<void> {
    await writeFileWhole(this.locate(file), [JSON.stringify(analysis)]);
  }

  private locate({ path, bytes }: SourceFile): string {
    const key = createHash("sha256").update(`${path.length}:${path}`).update(bytes).digest("hex");
    return join(this.folder, `${this.origin}-${key}.json`);
  }
}
