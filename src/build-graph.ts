import { extractClaims } from "./extract/extract-claims.ts";
import { NO_CORRECTIONS } from "./extract/gazetteer.ts";
import { assembleGraph } from "./graph/assemble-graph.ts";
import { assignCommunities } from "./graph/assign-communities.ts";
import { assignDegree } from "./graph/assign-degree.ts";
import { assignLayout } from "./graph/assign-layout.ts";
import { serializeMinutesGraph } from "./graph/create-minutes-graph.ts";
import { decodeDocuments } from "./minutes/decode-document.ts";
import type { DecodedDocument } from "./minutes/document.ts";
import { getKnownNames } from "./minutes/known-names.ts";
import { parseMinutes } from "./minutes/parse-minutes.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { Corrections, Gazetteer } from "./model/gazetteer.ts";
import type { SerializedMinutesGraph } from "./model/graph-attributes.ts";
import type { DocumentAnalysis } from "./resolve/document-analysis.ts";
import { mergeEntities } from "./resolve/merge-entities.ts";
import { resolveDocument } from "./resolve/resolve-document.ts";

export interface SourceFile {
  /** The path by which the graph names the file, with `/` between its parts. */
  path: string;
  bytes: Uint8Array;
}

export interface BuildOptions {
  gazetteer: Gazetteer;
  corrections?: Corrections;
  /** Called before each file is read. */
  onProgress?: (done: number, total: number, path: string) => void;
}

export interface BuildResult {
  graph: SerializedMinutesGraph;
  diagnostics: Diagnostic[];
}

/** What one file adds to a graph: it depends on the file and the options alone, so it can be kept or made elsewhere. */
export interface FileAnalysis {
  analyses: DocumentAnalysis[];
  diagnostics: Diagnostic[];
}

/**
 * Builds a graph from minutes: each file is decoded, parsed, read and resolved by itself; then what they say is put
 * together. The same bytes come out whatever the order of the files.
 */
export async function buildGraph(
  files: readonly SourceFile[],
  { gazetteer, corrections = NO_CORRECTIONS, onProgress }: BuildOptions,
): Promise<BuildResult> {
  const found: FileAnalysis[] = [];
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const [index, file] of sorted.entries()) {
    onProgress?.(index, sorted.length, file.path);
    found.push(await analyseFile(file, gazetteer, corrections));
  }
  return joinAnalyses(found, gazetteer, corrections);
}

/** Reads one file: all that can be said of it without the others. */
export async function analyseFile(
  { path, bytes }: SourceFile,
  gazetteer: Gazetteer,
  corrections: Corrections = NO_CORRECTIONS,
): Promise<FileAnalysis> {
  const { documents, diagnostics } = await decodeDocuments(path, bytes);
  const found: FileAnalysis = { analyses: [], diagnostics: [...diagnostics] };
  for (const document of documents) {
    const analysis = analyseDocument(document, gazetteer, corrections);
    const reason = findReasonToSkip(analysis);
    if (reason === undefined) found.analyses.push(analysis);
    else found.diagnostics.push(createSkipped(document.id, reason), ...document.diagnostics);
  }
  return found;
}

/** Why a document is none of a meeting's minutes, or undefined where it is. */
function findReasonToSkip({ path, date, claims, entities }: DocumentAnalysis): string | undefined {
  const said = new Set(claims.map(({ relation }) => relation));
  if (said.has("attended")) return undefined;
  const acts = said.has("works_on") || said.has("committed_to") || said.has("discussed");
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (NO_MINUTES.test(name) && !(date && acts))
    return `its name (${name}) is not that of minutes, and nobody attends`;
  if (!acts && !date) return "nobody attends, speaks, works or promises anything in it, and it has no date";
  if (!acts && !entities.some(({ kind }) => kind === "person" || kind === "topic"))
    return "it names no people and no matters";
  return undefined;
}

const NO_MINUTES =
  /^(?:readme|index|template|contributing|license|licence|changelog|toc|summary|code[-_]of[-_]conduct)\b|template/i;

function createSkipped(document: string, reason: string): Diagnostic {
  return {
    code: "not-minutes",
    severity: "info",
    message: `Skipped, since ${reason}.`,
    document,
  };
}

function analyseDocument(
  document: DecodedDocument,
  gazetteer: Gazetteer,
  corrections: Corrections,
): DocumentAnalysis {
  const minutes = parseMinutes(document, getKnownNames(gazetteer));
  const extracted = extractClaims(minutes, gazetteer);
  return resolveDocument(minutes, extracted, gazetteer, corrections);
}

/** Puts the analyses of files, in any order, together as one graph with positions and communities. */
export function joinAnalyses(
  files: readonly FileAnalysis[],
  gazetteer: Gazetteer,
  corrections: Corrections = NO_CORRECTIONS,
): BuildResult {
  const analyses = files
    .flatMap((file) => file.analyses)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const graph = assembleGraph(analyses, mergeEntities(analyses, corrections), gazetteer);
  assignDegree(graph);
  assignCommunities(graph);
  assignLayout(graph);
  const diagnostics = [
    ...files.flatMap((file) => file.diagnostics),
    ...graph.getAttribute("diagnostics"),
  ].sort(byPlace);
  graph.setAttribute("diagnostics", diagnostics);
  return { graph: serializeMinutesGraph(graph), diagnostics };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [first, second] = [a.document ?? "", b.document ?? ""];
  return first < second ? -1 : first > second ? 1 : (a.start ?? 0) - (b.start ?? 0);
}
