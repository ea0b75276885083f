import { NODE_KINDS, type NodeKind } from "../model/schema.ts";
import { findAffiliations, findOrganisationsAt } from "./affiliations.ts";
import { dateFact, type FactTable, findDays, forEachWorkFact, getFactTable } from "./fact-table.ts";
import { findPartsAndWholes } from "./parts-and-wholes.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import type { Role } from "./strength.ts";
import { createWorkTable, describeWork, type RankedWork, type WorkRow } from "./work-table.ts";

const PERSON = NODE_KINDS.indexOf("person");

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
  return rankWorkers(index, target, options).map((row) => describeWork(index, row));
}

/** The same before its rows are told in full. */
export function rankWorkers(index: QueryIndex, target: string, options: WhoOptions = {}): RankedWork[] {
  const { period = {}, at, kinds, roles } = options;
  const facts = getFactTable(index);
  const table = createWorkTable(index, period.until ?? index.latest);
  const findOrganisations = createOrganisationFinder(index, facts);
  const [days, wanted] = [findDays(facts, period), at === undefined ? -1 : (facts.ids.get(at) ?? -1)];
  for (const { node, factor } of [{ node: target, factor: 1 }, ...findPartsAndWholes(index, target)]) {
    const id = facts.ids.get(node);
    if (id === undefined) continue;
    const via = node === target ? -1 : id;
    const visit = (fact: number, edge: number): void => {
      const source = facts.sources[edge] ?? 0;
      const organisations = findOrganisations(source, fact);
      if (at === undefined || organisations.includes(wanted)) table.add(source, { fact, edge, via }, factor);
      if (at !== undefined) return;
      for (const organisation of organisations)
        table.add(organisation, { fact, edge, via: source }, factor * MEMBER_FACTOR);
    };
    for (let place = facts.incoming[id] ?? 0; place < (facts.incoming[id + 1] ?? 0); place++)
      forEachWorkFact(facts, facts.incomingEdges[place] ?? 0, { days, roles }, visit);
  }
  return table.rank().filter(({ kind }) => !kinds || kinds.includes(kind));
}

/** Tells the organisations that a person was with when a fact was told; none for what is no person. */
export function createOrganisationFinder(
  index: QueryIndex,
  facts: FactTable,
): (source: number, fact: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (source, fact) => {
    if (facts.kinds[source] !== PERSON) return [];
    const key = source * facts.dates.length + (facts.days[facts.sentences[fact] ?? 0] ?? 0);
    let found = known.get(key);
    if (!found) {
      const stays = findAffiliations(index, facts.nodes[source] ?? "");
      found = findOrganisationsAt(stays, dateFact(facts, fact)).map((node) => facts.ids.get(node) ?? 0);
      known.set(key, found);
    }
    return found;
  };
}
