import { useEffect, useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { Fineness } from "../looks/fineness.tsx";
import { GroupSwatch } from "../panels/group-swatch.tsx";
import { runInSlices } from "../run-in-slices.ts";
import type { Communities } from "../../view/communities.ts";
import type { ExplorerStore, Shown } from "../store/explorer-store.ts";
import { styleOf } from "../../view/look.ts";
import { count, writeNumber } from "./count.ts";
import { followCommunity } from "./follow-community.ts";
import "./overview.css";
import { OverviewPicture } from "./overview-picture.tsx";
import { type CommunitySummary, summariseCommunities, type SummaryNode } from "./summarise-communities.ts";

/** So many communities have room in the picture, and so many are there however small they are. */
const [MOST_DRAWN, LEAST_DRAWN] = [60, 12];
/** Of more, those are drawn that have such a part of what the largest has. */
const LEAST_PART = 0.01;
/** So many are listed at once. */
const PAGE = 100;

export interface OverviewProps {
  store: ExplorerStore;
  graph: MinutesGraph;
}

/** The graph by its communities, each of them one node: a picture and the same as a table. */
export function OverviewView({ store, graph }: OverviewProps) {
  const communities = store.communities.value;
  const summary = useSummary(graph, communities, store.shown.value);
  const problem = store.measures.value.get("community")?.problem;
  return (
    <section class="list overview" aria-label="Overview by communities">
      <div class="overview-head">
        <div>
          <h2>Overview by communities</h2>
          <p role="status">{summary ? describe(summary) : "Finding the communities…"}</p>
        </div>
        <Fineness store={store} />
      </div>
      {problem !== undefined && <p role="alert">The communities could not be found: {problem}</p>}
      {!summary && <Progress store={store} graph={graph} />}
      {summary?.nodes.length === 0 && <NothingShown store={store} />}
      {summary && summary.nodes.length > 0 && (
        <div class="overview-body">
          <OverviewPicture store={store} summary={summary} drawn={countDrawn(summary.nodes)} />
          <List store={store} nodes={summary.nodes} />
        </div>
      )}
    </section>
  );
}

/** What is shown of the communities; of a large graph as soon as it is counted. */
function useSummary(
  graph: MinutesGraph,
  communities: Communities | undefined,
  shown: Shown,
): CommunitySummary | undefined {
  const [found, setFound] = useState<{ of: Communities; summary: CommunitySummary }>();
  useEffect(() => {
    if (!communities) return undefined;
    const stop = new AbortController();
    runInSlices(summariseCommunities(graph, communities, shown), stop.signal).then(
      (summary) => setFound({ of: communities, summary }),
      (cause: unknown) => {
        if (!stop.signal.aborted) throw cause;
      },
    );
    return () => stop.abort();
  }, [graph, communities, shown]);
  return communities && found?.of === communities ? found.summary : undefined;
}

/** How many communities are drawn, the largest. */
function countDrawn(nodes: readonly SummaryNode[]): number {
  const least = LEAST_PART * (nodes[0]?.shown ?? 0);
  const large = nodes.filter(({ shown }) => shown >= least).length;
  return Math.min(nodes.length, MOST_DRAWN, Math.max(LEAST_DRAWN, large));
}

function describe({ nodes }: CommunitySummary): string {
  const total = nodes.reduce((sum, { shown }) => sum + shown, 0);
  const all = `${count(nodes.length, "community", "communities")} of ${count(total, "node")}`;
  const drawn = countDrawn(nodes);
  const left = nodes.length - drawn;
  if (left <= 0) return `${all}. Choose one to open it.`;
  const largest = nodes[drawn]?.shown ?? 0;
  const rest = `${count(left, "smaller one")}, of at most ${count(largest, "node")}`;
  return `${all}. Drawn are the ${drawn} largest; the table has the ${rest}, too. Choose one to open it.`;
}

function Progress({ store, graph }: OverviewProps) {
  if (!store.findsCommunities.value) return null;
  return (
    <div class="overview-progress">
      <progress aria-label="Finding the communities" />
      <p>
        Looking for communities among {count(graph.order, "node")} and {count(graph.size, "link")}.
      </p>
      <button type="button" class="button" onClick={() => store.leaveCommunities()}>
        Cancel
      </button>
    </div>
  );
}

function NothingShown({ store }: { store: ExplorerStore }) {
  return (
    <p>
      The filters leave nothing.{" "}
      <button type="button" class="button" onClick={() => store.clearFilters()}>
        Clear filters
      </button>
    </p>
  );
}

function List({ store, nodes }: { store: ExplorerStore; nodes: readonly SummaryNode[] }) {
  const [limit, setLimit] = useState(PAGE);
  return (
    <div class="overview-list">
      <table>
        <caption class="visually-hidden">Communities, the largest first</caption>
        <thead>
          <tr>
            <th scope="col">Community</th>
            <th scope="col" class="number">
              Nodes
            </th>
            <th scope="col" class="number" title="Links between its members">
              Links within
            </th>
            <th scope="col" class="number" title="Links to members of others">
              To others
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, limit).map((node) => (
            <tr key={node.id}>
              <td>
                <a {...followCommunity(store, node.id)}>
                  <GroupSwatch style={styleOf(node.rank)} />
                  {node.name}
                </a>
              </td>
              <td class="number">
                {writeNumber(node.shown)}
                {node.shown < node.size && ` of ${writeNumber(node.size)}`}
              </td>
              <td class="number">{writeNumber(node.inside)}</td>
              <td class="number">{writeNumber(node.outside)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {nodes.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {writeNumber(nodes.length - limit)} more
        </button>
      )}
    </div>
  );
}
