import { findAffiliations } from "./affiliations.ts";
import { listCitations } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { listWorkers } from "./workload.ts";

/** Two organisations that work on the same things. */
export interface SharedWork {
  first: string;
  second: string;
  firstLabel: string;
  secondLabel: string;
  /** Topics and projects that both work on, sorted by key. */
  shared: string[];
  /** Those of them that the minutes do not show both speaking about. */
  undiscussed: string[];
}

/**
 * Pairs of organisations that work on the same topics or projects, most shared first. What an organisation's people
 * do and say counts for the organisation that they are with now.
 */
export function findSharedWork(index: QueryIndex, period: Period = {}): SharedWork[] {
  const work = groupByOrganisation(index, listActors(index, period));
  const talk = groupByOrganisation(index, listSpeakers(index, period));
  const pairs = new Map<string, SharedWork>();
  for (const [topic, organisations] of work) {
    const sorted = [...organisations].sort();
    for (const [place, first] of sorted.entries()) {
      for (const second of sorted.slice(place + 1)) {
        const pair = pairs.get(`${first}\n${second}`) ?? createPair(index, first, second);
        pairs.set(`${first}\n${second}`, pair);
        pair.shared.push(topic);
        const speakers = talk.get(topic);
        if (!speakers?.has(first) || !speakers.has(second)) pair.undiscussed.push(topic);
      }
    }
  }
  return [...pairs.values()].sort(
    (a, b) =>
      b.shared.length - a.shared.length ||
      compareCodeUnits(a.firstLabel, b.firstLabel) ||
      compareCodeUnits(a.secondLabel, b.secondLabel),
  );
}

function createPair({ graph }: QueryIndex, first: string, second: string): SharedWork {
  const [firstLabel, secondLabel] = [
    graph.getNodeAttribute(first, "label"),
    graph.getNodeAttribute(second, "label"),
  ];
  return { first, second, firstLabel, secondLabel, shared: [], undiscussed: [] };
}

function listActors(index: QueryIndex, period: Period): Map<string, Set<string>> {
  const actors = listWorkers(index, "organisation", period);
  for (const [topic, people] of listWorkers(index, "person", period)) {
    actors.set(topic, new Set([...(actors.get(topic) ?? []), ...people]));
  }
  return actors;
}

function listSpeakers(index: QueryIndex, period: Period): Map<string, Set<string>> {
  const speakers = new Map<string, Set<string>>();
  index.graph.forEachEdge((edge, { relation }, source, target) => {
    if (relation !== "discussed" || listCitations(index, edge, period).length === 0) return;
    speakers.set(target, (speakers.get(target) ?? new Set()).add(source));
  });
  return speakers;
}

function groupByOrganisation(
  index: QueryIndex,
  actors: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Set<string>> {
  const known = new Map<string, string[]>();
  const organisationsOf = (actor: string) => {
    let organisations = known.get(actor);
    if (!organisations) known.set(actor, (organisations = listOrganisations(index, actor)));
    return organisations;
  };
  return new Map(
    [...actors].map(([topic, set]) => [topic, new Set([...set].flatMap(organisationsOf))] as const),
  );
}

function listOrganisations(index: QueryIndex, actor: string): string[] {
  if (index.graph.getNodeAttribute(actor, "kind") === "organisation") return [actor];
  return findAffiliations(index, actor)
    .filter(({ current }) => current)
    .map(({ organisation }) => organisation);
}
