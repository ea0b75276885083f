import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind } from "../../model/schema.ts";
import type { Communities, CommunityOf, NamedCommunity } from "../../view/communities.ts";

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;
/** In UTF-16 code units. */
const LONGEST_NAME = 34;

/** A member that a community may be named from. */
interface Candidate {
  node: string;
  label: string;
  strength: number;
}

/** The two strongest, the stronger first. */
type Pair = Candidate[];

interface Draft {
  size: number;
  matters: Pair;
  actors: Pair;
  all: Pair;
}

/**
 * Names every community by the two topics or projects that most is said of; where there are none, by people or
 * organisations, else by what comes first. Yields often, for graphs of any size.
 */
export function* nameCommunities(graph: MinutesGraph, of: CommunityOf): Generator<void, Communities> {
  const strengths = yield* measureStrengths(graph);
  const drafts = new Map<number, Draft>();
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    if (++count % STEP === 0) yield;
    const { kind, label } = attributes;
    const draft = getDraft(drafts, of(node));
    draft.size++;
    const candidate = { node, label, strength: strengths.get(node) ?? 0 };
    take(draft.all, candidate);
    const own = isMatter(kind) ? draft.matters : kind === "meeting" ? undefined : draft.actors;
    if (own) take(own, candidate);
  }
  const list = [...drafts]
    .toSorted(([a, first], [b, second]) => second.size - first.size || a - b)
    .map(([community, draft]): NamedCommunity => ({
      id: String(community),
      name: nameDraft(draft),
      size: draft.size,
    }));
  return { of, list, byId: new Map(list.map((each) => [each.id, each])) };
}

/** Pieces of evidence; being at a meeting and coming up in it say nothing of a group. */
function* measureStrengths(graph: MinutesGraph): Generator<void, Map<string, number>> {
  const strengths = new Map<string, number>();
  let count = 0;
  for (const { source, target, attributes } of graph.edgeEntries()) {
    if (++count % STEP === 0) yield;
    const { relation, weight } = attributes;
    if (relation === "attended" || relation === "covered") continue;
    for (const end of [source, target]) strengths.set(end, (strengths.get(end) ?? 0) + weight);
  }
  return strengths;
}

function getDraft(drafts: Map<number, Draft>, community: number): Draft {
  const known = drafts.get(community);
  if (known) return known;
  const draft: Draft = { size: 0, matters: [], actors: [], all: [] };
  drafts.set(community, draft);
  return draft;
}

const isMatter = (kind: NodeKind): boolean => kind === "topic" || kind === "project";

function take(pair: Pair, candidate: Candidate): void {
  const last = pair[1];
  if (last && isStronger(last, candidate)) return;
  pair.splice(1, 1, candidate);
  if (pair[0] && pair[1] && isStronger(pair[1], pair[0])) pair.reverse();
}

const isStronger = (a: Candidate, b: Candidate): boolean =>
  a.strength > b.strength || (a.strength === b.strength && compareCodeUnits(a.node, b.node) < 0);

function nameDraft({ matters, actors, all }: Draft): string {
  const [first, second] = [matters, actors, all].find((pair) => pair.length > 0) ?? [];
  const both = [first?.label, second?.label].filter(Boolean).join(", ");
  const name = both.length > LONGEST_NAME ? (first?.label ?? "") : both;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
