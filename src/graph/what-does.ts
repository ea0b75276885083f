import type { NodeKind } from "../model/schema.ts";
import { findMembers } from "./affiliations.ts";
import {
  type DayRange,
  type FactTable,
  findDays,
  forEachEdgeBetween,
  forEachWorkFact,
  getFactTable,
} from "./fact-table.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import type { Role } from "./strength.ts";
import { createOrganisationFinder, MEMBER_FACTOR } from "./who-works-on.ts";
import { createWorkTable, describeWork, type RankedWork, type WorkRow } from "./work-table.ts";

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
  return rankWork(index, who, options).map((row) => describeWork(index, row));
}

/** The same before its rows are told in full. */
export function rankWork(index: QueryIndex, who: string, options: WhatOptions = {}): RankedWork[] {
  const { period = {}, kinds, roles, about } = options;
  const facts = getFactTable(index);
  const table = createWorkTable(index, period.until ?? index.latest);
  const [actor, matter] = [facts.ids.get(who), about === undefined ? undefined : facts.ids.get(about)];
  if (actor === undefined || (about !== undefined && matter === undefined)) return [];
  const scope: WorkScope = { facts, matter, days: findDays(facts, period), roles };
  forEachWork(scope, actor, (fact, edge) => table.add(facts.targets[edge] ?? 0, { fact, edge, via: -1 }));
  if (index.graph.getNodeAttribute(who, "kind") === "organisation") {
    const people = about === undefined ? listMembers(index, who) : listPeopleOn(index, about);
    const findOrganisations = createOrganisationFinder(index, facts);
    for (const person of people) {
      const id = facts.ids.get(person) ?? 0;
      forEachWork(scope, id, (fact, edge) => {
        if (!findOrganisations(id, fact).includes(actor)) return;
        table.add(facts.targets[edge] ?? 0, { fact, edge, via: id }, MEMBER_FACTOR);
      });
    }
  }
  return table.rank().filter(({ kind }) => !kinds || kinds.includes(kind));
}

interface WorkScope {
  facts: FactTable;
  matter: number | undefined;
  days: DayRange;
  roles: readonly Role[] | undefined;
}

function forEachWork(
  { facts, matter, days, roles }: WorkScope,
  actor: number,
  visit: (fact: number, edge: number) => void,
): void {
  const visitEdge = (edge: number): void => forEachWorkFact(facts, edge, { days, roles }, visit);
  if (matter !== undefined) return forEachEdgeBetween(facts, actor, matter, visitEdge);
  for (let edge = facts.outgoing[actor] ?? 0; edge < (facts.outgoing[actor + 1] ?? 0); edge++)
    visitEdge(edge);
}

function listMembers(index: QueryIndex, organisation: string): string[] {
  return findMembers(index, organisation).map(({ person }) => person);
}

/** One topic has fewer people than an organisation has. */
function listPeopleOn({ graph }: QueryIndex, matter: string): string[] {
  return graph.inNeighbors(matter).filter((node) => graph.getNodeAttribute(node, "kind") === "person");
}
