import { useMemo, useState } from "preact/hooks";
import { findAffiliations, findOrganisationsAt } from "../../graph/affiliations.ts";
import { type Commitment, findPromises, type PromiseState } from "../../graph/promises.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { KindMark } from "./kind-mark.tsx";
import { useShowCurrent } from "./use-show-current.ts";
import { Sentence } from "./sentence.tsx";

const GROUPINGS = { person: "By person", organisation: "By organisation", topic: "By topic" } as const;
type Grouping = keyof typeof GROUPINGS;

const STATES: Readonly<Record<PromiseState, string>> = {
  open: "Open",
  dropped: "Dropped",
  superseded: "Promised anew",
  kept: "Done",
};
/** So many promises are drawn at once; more come on demand. */
const PAGE = 100;

/** Who promised what, at which meeting, and what became of it: the open ones first. */
export function PromisesView({ store, index }: { store: ExplorerStore; index: QueryIndex }) {
  const [grouping, setGrouping] = useState<Grouping>("person");
  const [limit, setLimit] = useState(PAGE);
  const view = useShowCurrent(store.selected.value);
  const period = store.period.value;
  const promises = useMemo(() => findPromises(index, { period }), [index, period]);
  const groups = useMemo(() => groupPromises(index, promises, grouping), [index, promises, grouping]);
  const open = promises.filter(({ state }) => state === "open").length;
  const total = groups.reduce((sum, group) => sum + group.promises.length, 0);
  return (
    <div class="list promises" ref={view}>
      <div class="switch" role="group" aria-label="Order of the promises">
        {(Object.keys(GROUPINGS) as Grouping[]).map((key) => (
          <button type="button" key={key} aria-pressed={grouping === key} onClick={() => setGrouping(key)}>
            {GROUPINGS[key]}
          </button>
        ))}
      </div>
      <p class="matrix-none">
        {promises.length === 0
          ? "The minutes tell of no promise."
          : `${promises.length} promised, ${open} of them open.`}
      </p>
      {promises.length > 0 && (
        <table>
          <caption class="visually-hidden">
            Promises, {GROUPINGS[grouping].toLowerCase()}, open ones first
          </caption>
          <thead>
            <tr>
              {grouping !== "person" && <th scope="col">Who</th>}
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col" class="promise-date">
                When
              </th>
              <th scope="col">Where it says so</th>
            </tr>
          </thead>
          {cutGroups(groups, limit).map((group) => (
            <Group
              key={`${grouping} ${group.node ?? ""}`}
              store={store}
              index={index}
              group={group}
              isOfPerson={grouping === "person"}
            />
          ))}
        </table>
      )}
      {total > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {total - limit} more
        </button>
      )}
    </div>
  );
}

interface PromiseGroup {
  /** Whom or what the promises are of; absent for those of people whom the minutes name no organisation of. */
  node: string | undefined;
  promises: readonly Commitment[];
}

interface GroupProps {
  store: ExplorerStore;
  index: QueryIndex;
  group: PromiseGroup;
  /** Whether the group's name says already who promised. */
  isOfPerson: boolean;
}

function Group({ store, index, group, isOfPerson }: GroupProps) {
  const { node, promises } = group;
  const open = promises.filter(({ state }) => state === "open").length;
  return (
    <tbody>
      <tr class="promises-group">
        <th scope="rowgroup" colSpan={isOfPerson ? 4 : 5}>
          {node === undefined ? "No organisation" : <Name store={store} index={index} node={node} />}{" "}
          <span class="promises-open">{open > 0 ? `${open} open` : "none open"}</span>
        </th>
      </tr>
      {promises.map(({ by, about, date, state, citation, settledBy }) => (
        <tr
          key={`${by} ${citation.evidence.document} ${citation.evidence.start}`}
          aria-current={[by, ...about].includes(store.selected.value ?? "")}
        >
          {!isOfPerson && (
            <td>
              <Name store={store} index={index} node={by} />
            </td>
          )}
          <td>
            {about.map((matter) => (
              <Name key={matter} store={store} index={index} node={matter} />
            ))}
          </td>
          <td>
            <span class={`promise-state is-${state}`}>{STATES[state]}</span>
            {settledBy && <span class="answer-detail">{settledBy.date}</span>}
          </td>
          <td class="promise-date">{date}</td>
          <td class="promises-sentence">
            <Sentence store={store} graph={index.graph} piece={citation.evidence} />
            {settledBy && <Sentence store={store} graph={index.graph} piece={settledBy.evidence} />}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Name({ store, index, node }: { store: ExplorerStore; index: QueryIndex; node: string }) {
  const { kind, label } = index.graph.getNodeAttributes(node);
  return (
    <button type="button" class="card-name" onClick={() => store.goTo(node)}>
      <KindMark kind={kind} />
      {label}
    </button>
  );
}

/** Groups with most open promises first, then by name; in each the open promises first. */
function groupPromises(
  index: QueryIndex,
  promises: readonly Commitment[],
  grouping: Grouping,
): PromiseGroup[] {
  const groups = new Map<string | undefined, Commitment[]>();
  for (const promise of promises) {
    for (const node of findOwners(index, promise, grouping)) {
      const known = groups.get(node);
      if (known) known.push(promise);
      else groups.set(node, [promise]);
    }
  }
  const countOpen = (list: readonly Commitment[]) => list.filter(({ state }) => state === "open").length;
  const label = (node: string | undefined) => (node ? index.graph.getNodeAttribute(node, "label") : "");
  return [...groups]
    .map(([node, list]) => ({ node, promises: list, open: countOpen(list), label: label(node) }))
    .sort((a, b) => b.open - a.open || (a.label < b.label ? -1 : 1));
}

function findOwners(index: QueryIndex, promise: Commitment, grouping: Grouping): (string | undefined)[] {
  const { by, about, date } = promise;
  if (grouping === "topic") return about;
  if (grouping === "person" || index.graph.getNodeAttribute(by, "kind") === "organisation") return [by];
  const organisations = findOrganisationsAt(findAffiliations(index, by), date);
  return organisations.length > 0 ? [...organisations] : [undefined];
}

function cutGroups(groups: readonly PromiseGroup[], limit: number): PromiseGroup[] {
  let left = limit;
  return groups.flatMap(({ node, promises }) => {
    const shown = promises.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ node, promises: shown }] : [];
  });
}
