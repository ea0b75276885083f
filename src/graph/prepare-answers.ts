import { describeCommunities, findBridges } from "./communities.ts";
import { getFactTable } from "./fact-table.ts";
import { getLinkTable } from "./link-table.ts";
import { prepareNamedLinks } from "./named-links.ts";
import { getNewsTable } from "./news-table.ts";
import { getPresenceTable } from "./presence.ts";
import { getLedger } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";

/** Works out now what answers would work out when first asked: tables, promises and groups of the whole graph. */
export function prepareAnswers(index: QueryIndex): void {
  getFactTable(index);
  getLinkTable(index);
  getPresenceTable(index);
  getNewsTable(index);
  getLedger(index);
  describeCommunities(index);
  findBridges(index);
  prepareNamedLinks(index);
}
