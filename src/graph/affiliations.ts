import { compareCodeUnits } from "./compare-code-units.ts";
import { type Citation, listCitations } from "./citation.ts";
import { isUnbounded, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";

/** A time that somebody was with an organisation, as far as the minutes say it. */
export interface Affiliation {
  person: string;
  organisation: string;
  /** The first and the last date on which the minutes say so. */
  first: string;
  last: string;
  /** Whether nothing later says something else. */
  current: boolean;
  citations: Citation[];
}

/** Whom somebody has been with; the current organisations first, then the latest. */
export function findAffiliations(
  index: QueryIndex,
  person: string,
  period: Period = {},
): readonly Affiliation[] {
  if (!isUnbounded(period)) return listAffiliations(index, person, period);
  let known = affiliations.get(index);
  if (!known) affiliations.set(index, (known = new Map()));
  let found = known.get(person);
  if (!found) known.set(person, (found = listAffiliations(index, person, {})));
  return found;
}

const affiliations = new WeakMap<QueryIndex, Map<string, readonly Affiliation[]>>();

function listAffiliations(index: QueryIndex, person: string, period: Period): Affiliation[] {
  const found: Affiliation[] = [];
  index.graph.forEachOutEdge(person, (edge, { relation }) => {
    const affiliation = relation === "affiliated_with" && toAffiliation(index, edge, period);
    if (affiliation) found.push(affiliation);
  });
  let latest = "";
  for (const { last } of found) if (last > latest) latest = last;
  for (const affiliation of found) affiliation.current = affiliation.last === latest;
  return found.sort(
    (a, b) => compareCodeUnits(b.last, a.last) || compareCodeUnits(a.organisation, b.organisation),
  );
}

/** Who has been with an organisation; those who are now first, then by name. */
export function findMembers(index: QueryIndex, organisation: string, period?: Period): Affiliation[] {
  const { graph } = index;
  const found: { label: string; affiliation: Affiliation }[] = [];
  graph.forEachInNeighbor(organisation, (person, { kind, label }) => {
    if (kind !== "person") return;
    for (const affiliation of findAffiliations(index, person, period))
      if (affiliation.organisation === organisation) found.push({ label, affiliation });
  });
  return found
    .sort(
      (a, b) =>
        Number(b.affiliation.current) - Number(a.affiliation.current) || compareCodeUnits(a.label, b.label),
    )
    .map(({ affiliation }) => affiliation);
}

/** The organisations that somebody was with on a date: those said last before it, or else those said first after it. */
export function findOrganisationsAt(stays: readonly Affiliation[], date: string): readonly string[] {
  let known = organisationsAt.get(stays);
  if (!known) organisationsAt.set(stays, (known = new Map()));
  let found = known.get(date);
  if (!found) known.set(date, (found = listOrganisationsAt(stays, date)));
  return found;
}

const organisationsAt = new WeakMap<readonly Affiliation[], Map<string, string[]>>();

function listOrganisationsAt(stays: readonly Affiliation[], date: string): string[] {
  let before = "";
  let after = "";
  const dates = stays.flatMap(({ citations }) => citations.map((citation) => citation.date));
  for (const said of dates) {
    if (said <= date && said > before) before = said;
    if (said > date && (!after || said < after)) after = said;
  }
  const day = before || (dates.includes("") ? "" : after);
  return stays
    .filter(({ citations }) => citations.some((citation) => citation.date === day))
    .map(({ organisation }) => organisation);
}

function toAffiliation(index: QueryIndex, edge: string, period: Period): Affiliation | undefined {
  const citations = listCitations(index, edge, period).filter(
    ({ evidence }) => evidence.modality !== "negated",
  );
  const [first, last] = [citations[0], citations.at(-1)];
  if (!first || !last) return undefined;
  const { source: person, target: organisation } = first;
  return { person, organisation, first: first.date, last: last.date, current: false, citations };
}
