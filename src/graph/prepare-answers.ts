import { describeCommunities, prepareBridges } from "./communities.ts";
import { prepareFactTable } from "./fact-table.ts";
import { getLinkTable } from "./link-table.ts";
import { prepareNamedLinks } from "./named-links.ts";
import { getNewsTable } from "./news-table.ts";
import { getPresenceTable } from "./presence.ts";
import { getLedger } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";
import { runThrough } from "./run-through.ts";

/** Works out now what answers would work out when first asked: tables, promises and groups of the whole graph. */
export function prepareAnswers(index: QueryIndex): void {
  runThrough(prepareAnswersGradually(index));
}

/** The same a little at a time: yields often while it makes the largest tables, and between the others. */
export function* prepareAnswersGradually(index: QueryIndex): Generator<void> {
  yield* prepareFactTable(index);
  for (const prepare of [getLinkTable, getPresenceTable, getLedger, getNewsTable, describeCommunities]) {
    yield;
    prepare(index);
  }
  yield* prepareBridges(index);
  yield* prepareNamedLinks(index);
}
