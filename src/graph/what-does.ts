import type { EdgeAttributes } from "../model/graph-attributes.ts";
import type { NodeKind } from "../model/schema.ts";
import { findAffiliations, findMembers, findOrganisationsAt } from "./affiliations.ts";
import { type Citation, listCitations } from "./citation.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { findRole, type Role, tellsWork } from "./strength.ts";
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
  const mayCount = (citation: Citation) => !roles || roles.includes(findRole(citation) ?? "spoke");
  for (const citation of listWork(index, who, about, period))
    if (mayCount(citation)) table.add(citation.target, citation);
  if (index.graph.getNodeAttribute(who, "kind") === "organisation") {
    for (const citation of listWorkOfMembers(index, who, about, period))
      if (mayCount(citation)) table.add(citation.target, citation, MEMBER_FACTOR, citation.source);
  }
  return table.rank().filter(({ kind }) => !kinds || kinds.includes(kind));
}

function listWork(index: QueryIndex, who: string, about: string | undefined, period: Period): Citation[] {
  const work: Citation[] = [];
  const visit = (edge: string, { relation }: EdgeAttributes): void => {
    if (tellsWork(relation)) work.push(...listCitations(index, edge, period));
  };
  if (about === undefined) index.graph.forEachOutEdge(who, visit);
  else index.graph.forEachOutEdge(who, about, visit);
  return work;
}

function listWorkOfMembers(
  index: QueryIndex,
  organisation: string,
  about: string | undefined,
  period: Period,
): Citation[] {
  const work: Citation[] = [];
  for (const person of about === undefined ? listMembers(index, organisation) : listPeopleOn(index, about)) {
    const affiliations = findAffiliations(index, person);
    for (const citation of listWork(index, person, about, period))
      if (findOrganisationsAt(affiliations, citation.date).includes(organisation)) work.push(citation);
  }
  return work;
}

function listMembers(index: QueryIndex, organisation: string): string[] {
  return findMembers(index, organisation).map(({ person }) => person);
}

/** One topic has fewer people than an organisation has. */
function listPeopleOn({ graph }: QueryIndex, matter: string): string[] {
  return graph.inNeighbors(matter).filter((node) => graph.getNodeAttribute(node, "kind") === "person");
}
