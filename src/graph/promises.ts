import { NODE_KINDS } from "../model/schema.ts";
import { findAffiliations, findMembers, findOrganisationsAt } from "./affiliations.ts";
import type { Citation } from "./citation.ts";
import { citeFact, eachFact, type FactTable, forEachEdgeBetween, prepareFactTable } from "./fact-table.ts";
import { eachInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
import { findParts } from "./parts-and-wholes.ts";
import { isInPeriod, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { sortGradually } from "./sort-gradually.ts";
import { isFact } from "./status.ts";

/** `open`: nothing later settles it. `dropped`: a later meeting says that they do not do it. `superseded`: promised anew. `kept`: a later meeting says that it is done or merged. */
export const PROMISE_STATES = ["open", "dropped", "superseded", "kept"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Something that somebody said they would do, in one sentence. */
export interface Commitment {
  by: string;
  /** The topics and projects that it is about; topics first. */
  about: string[];
  /** The date of the meeting at which it was given, and that meeting where there is one. */
  date: string;
  meeting?: string;
  state: PromiseState;
  citation: Citation;
  /** The later sentence that settled it. */
  settledBy?: Citation;
}

export interface PromiseOptions {
  /** People; or organisations, for their own promises and those that people gave while they were with them. */
  by?: readonly string[];
  /** Topics and projects; what is about a part of them counts. */
  about?: readonly string[];
  /** When the promise was given. */
  period?: Period;
  states?: readonly PromiseState[];
}

/**
 * Who promised what: open promises first, and the latest first among those of one state.
 *
 * A promise is settled by the first later meeting that says about the same person and the same topic that the work is
 * done or merged, that they do not do it, or that they promise it anew.
 */
export function findPromises(index: QueryIndex, options: PromiseOptions = {}): Commitment[] {
  const { period = {}, states } = options;
  const givers = options.by && listGivers(index, options.by);
  const about = options.about && new Set(options.about.flatMap((node) => [node, ...listParts(index, node)]));
  const found: Commitment[] = [];
  for (const { commitment } of getLedger(index)) {
    if (givers && !givers.get(commitment.by)?.(commitment.date)) continue;
    if (about && !commitment.about.some((node) => about.has(node))) continue;
    if (states && !states.includes(commitment.state)) continue;
    if (isInPeriod(commitment.date, period)) found.push(commitment);
  }
  return found;
}

function listParts(index: QueryIndex, node: string): string[] {
  return findParts(index, node).map((part) => part.node);
}

/** Whose promises count, and on which dates: people's for an organisation while they were with it. */
function listGivers(index: QueryIndex, by: readonly string[]): Map<string, (date: string) => boolean> {
  const givers = new Map<string, (date: string) => boolean>();
  for (const node of by) {
    if (index.graph.getNodeAttribute(node, "kind") !== "organisation") continue;
    for (const { person } of findMembers(index, node)) {
      const known = givers.get(person);
      const stays = findAffiliations(index, person);
      givers.set(person, (date) => known?.(date) === true || findOrganisationsAt(stays, date).includes(node));
    }
  }
  for (const node of by) givers.set(node, () => true);
  return givers;
}

/** Every promise of the graph, in the order of answers: what settles one does not depend on the question. */
export const { get: getLedger, prepare: prepareLedger } = keepTable(createLedger);

/** A promise as numbers of the table. */
export interface LedgerEntry {
  by: number;
  sentence: number;
  about: number[];
  commitment: Commitment;
}

function* createLedger(index: QueryIndex): Generator<void, readonly LedgerEntry[]> {
  const table = yield* prepareFactTable(index);
  const entries = yield* groupBySentence(index, table);
  yield* eachInSteps(entries, (entry) => settle(index, table, entry));
  const order = (state: PromiseState) => PROMISE_STATES.indexOf(state);
  return yield* sortGradually(
    entries,
    (a, b) => order(a.commitment.state) - order(b.commitment.state) || b.sentence - a.sentence || a.by - b.by,
  );
}

/** "Ann will review the parser of Tea" is one promise, about the parser and about Tea. */
function* groupBySentence(index: QueryIndex, table: FactTable): Generator<void, LedgerEntry[]> {
  const meetings = new Map(index.meetings.map(({ document, node }) => [document, node]));
  const found = new Map<number, LedgerEntry>();
  yield* eachFact(table, "committed_to", (fact, edge) => {
    const citation = citeFact(index, table, { fact, edge });
    const { modality, document } = citation.evidence;
    if (modality === "negated" || modality === "asked") return;
    const [by = 0, sentence = 0] = [table.sources[edge], table.sentences[fact]];
    const key = by * table.days.length + sentence;
    const known = found.get(key);
    if (known) known.about.push(table.targets[edge] ?? 0);
    else {
      const meeting = meetings.get(document);
      const commitment: Commitment = {
        by: citation.source,
        about: [],
        date: citation.date,
        ...(meeting && { meeting }),
        state: "open",
        citation,
      };
      found.set(key, { by, sentence, about: [table.targets[edge] ?? 0], commitment });
    }
  });
  const rank = (node: number) => (table.kinds[node] === TOPIC ? 0 : 1);
  yield* eachInSteps(found.values(), ({ about, commitment }) => {
    about.sort((a, b) => rank(a) - rank(b) || a - b);
    commitment.about = about.map((node) => table.nodes[node] ?? "");
  });
  return [...found.values()];
}

const TOPIC = NODE_KINDS.indexOf("topic");

/** Where a promise names a topic, news of the project around it settles nothing. */
function settle(index: QueryIndex, table: FactTable, { by, about, sentence, commitment }: LedgerEntry): void {
  const topics = about.filter((node) => table.kinds[node] === TOPIC);
  const day = table.days[sentence] ?? 0;
  let earliest = Infinity;
  for (const node of topics.length > 0 ? topics : about) {
    forEachEdgeBetween(table, by, node, (edge) => {
      for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
        const later = table.sentences[fact] ?? 0;
        if (later >= earliest || (table.days[later] ?? 0) <= day) continue;
        const citation = citeFact(index, table, { fact, edge });
        const state = judge(citation);
        if (!state) continue;
        earliest = later;
        commitment.state = state;
        commitment.settledBy = citation;
      }
    });
  }
}

function judge(citation: Citation): PromiseState | undefined {
  const { modality, status } = citation.evidence;
  if (isFact(citation) && (status === "done" || status === "merged")) return "kept";
  if (citation.relation !== "discussed" && modality === "negated") return "dropped";
  return citation.relation === "committed_to" && modality !== "asked" ? "superseded" : undefined;
}
