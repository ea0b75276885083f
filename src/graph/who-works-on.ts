import type { NodeKind } from "../model/schema.ts";
import { findAffiliations, findOrganisationsAt } from "./affiliations.ts";
import { type Citation, listCitations } from "./citation.ts";
import { findPartsAndWholes } from "./parts-and-wholes.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { findRole, type Role, tellsWork } from "./strength.ts";
import { createWorkTable, type WorkRow } from "./work-table.ts";

/** What is left of a sentence's strength for the organisation of the person that it is about. */
export const MEMBER_FACTOR = 0.5;

export interface WhoOptions {
  period?: Period;
  /** Only people who were with this organisation when the minutes said it. */
  at?: string;
  kinds?: readonly NodeKind[];
  /** What may count; all where absent. */
  roles?: readonly Role[];
}

/**
 * People and organisations with what the minutes say about their work on a topic or project, strongest first.
 *
 * Work on its parts counts half, work on what it is part of a fifth; a person's work counts half for the organisation
 * that they were with when it was said.
 * @param target a topic or project
 * @returns empty where the minutes say nothing
 */
export function findWhoWorksOn(index: QueryIndex, target: string, options: WhoOptions = {}): WorkRow[] {
  const { period = {}, at, kinds, roles } = options;
  const table = createWorkTable(index, period.until ?? index.latest);
  const findOrganisations = createOrganisationFinder(index);
  for (const { node, factor } of [{ node: target, factor: 1 }, ...findPartsAndWholes(index, target)]) {
    const via = node === target ? undefined : node;
    for (const citation of listWork(index, node, period)) {
      if (roles && !roles.includes(findRole(citation) ?? "spoke")) continue;
      const organisations = findOrganisations(citation);
      if (at === undefined || organisations.includes(at)) table.add(citation.source, citation, factor, via);
      for (const organisation of organisations) {
        if (at === undefined) table.add(organisation, citation, factor * MEMBER_FACTOR, citation.source);
      }
    }
  }
  return table.rank().filter(({ kind }) => !kinds || kinds.includes(kind));
}

function listWork(index: QueryIndex, node: string, period: Period): Citation[] {
  const work: Citation[] = [];
  index.graph.forEachInEdge(node, (edge, { relation }) => {
    if (tellsWork(relation)) work.push(...listCitations(index, edge, period));
  });
  return work;
}

function createOrganisationFinder(index: QueryIndex): (citation: Citation) => readonly string[] {
  return ({ source, date }) => {
    if (index.graph.getNodeAttribute(source, "kind") !== "person") return [];
    return findOrganisationsAt(findAffiliations(index, source), date);
  };
}
