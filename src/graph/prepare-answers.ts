import { prepareBridges, prepareCommunities } from "./communities.ts";
import { prepareFactTable } from "./fact-table.ts";
import { prepareLinkTable } from "./link-table.ts";
import { prepareNamedLinks } from "./named-links.ts";
import { prepareNewsTable } from "./news-table.ts";
import { preparePresenceTable } from "./presence.ts";
import { prepareLedger } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";
import { runThrough } from "./run-through.ts";

/** Works out now what answers would work out when first asked: tables, promises and groups of the whole graph. */
export function prepareAnswers(index: QueryIndex): void {
  runThrough(prepareAnswersGradually(index));
}

/** The same a little at a time: yields often. */
export function* prepareAnswersGradually(index: QueryIndex): Generator<void> {
  yield* prepareFactTable(index);
  yield* prepareLinkTable(index);
  yield* preparePresenceTable(index);
  yield* prepareLedger(index);
  yield* prepareNewsTable(index);
  yield* prepareCommunities(index);
  yield* prepareBridges(index);
  yield* prepareNamedLinks(index);
}
