import type { NodeKind } from "../model/schema.ts";
import { findAffiliations, findMembers, findOrganisationsAt } from "./affiliations.ts";
import { type Citation, listCitations } from "./citation.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { findRole, type Role } from "./strength.ts";
import { MEMBER_FACTOR } from "./who-works-on.ts";
import { createWorkTable, type WorkRow } from "./work-table.ts";

export interface WhatOptions {
  period?: Period;
  kinds?: readonly NodeKind[];
  /** Only this topic or project. */
  about?: string;
  /** What may count; all where absent. */
  roles?: readonly Role[];
}

/**
 * The topics and projects that a person or an organisation has to do with, strongest first, each with its status.
 *
 * An organisation also gets what its people did while they were with it, at half strength.
 * @param who a person or organisation
 * @returns each row's citations are its history
 */
export function findWhatDoes(index: QueryIndex, who: string, options: WhatOptions = {}): WorkRow[] {
  const { period = {}, kinds, roles, about } = options;
  const table = createWorkTable(index, period.until ?? index.latest);
  const mayCount = (citation: Citation) =>
    (about === undefined || citation.target === about) &&
    (!roles || roles.includes(findRole(citation) ?? "spoke"));
  const own = about === undefined ? index.graph.outEdges(who) : index.graph.directedEdges(who, about);
  for (const citation of listWork(index, own, period).filter(mayCount)) table.add(citation.target, citation);
  if (index.graph.getNodeAttribute(who, "kind") === "organisation") {
    for (const citation of listWorkOfMembers(index, who, period).filter(mayCount)) {
      table.add(citation.target, citation, MEMBER_FACTOR, citation.source);
    }
  }
  return table.rank().filter(({ kind }) => !kinds || kinds.includes(kind));
}

function listWork(index: QueryIndex, edges: readonly string[], period: Period): Citation[] {
  return edges.flatMap((edge) => listCitations(index, edge, period)).filter((citation) => findRole(citation));
}

function listWorkOfMembers(index: QueryIndex, organisation: string, period: Period): Citation[] {
  return findMembers(index, organisation).flatMap(({ person }) => {
    const affiliations = findAffiliations(index, person);
    return listWork(index, index.graph.outEdges(person), period).filter(({ date }) =>
      findOrganisationsAt(affiliations, date).includes(organisation),
    );
  });
}
