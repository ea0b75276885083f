import { findAffiliations } from "../../graph/affiliations.ts";
import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import { MOST_GROUPS, styleOf } from "../../view/look.ts";
import type { Grouping } from "./grouping.ts";

const OTHERS = "others";
const NONE = "none";

/**
 * Groups people by the organisation that they are with now, together with the organisation; the organisations with
 * most people have a colour each, the others share one with what belongs to none.
 */
export function groupByOrganisation(index: QueryIndex): Grouping {
  const { graph } = index;
  const organisationOf = new Map<string, string>();
  const sizes = new Map<string, number>();
  graph.forEachNode((node, { kind }) => {
    const organisation = kind === "organisation" ? node : findEmployer(index, node);
    if (organisation === undefined) return;
    organisationOf.set(node, organisation);
    sizes.set(organisation, (sizes.get(organisation) ?? 0) + 1);
  });
  const largest = [...sizes].sort(([a, first], [b, second]) => second - first || compareCodeUnits(a, b));
  const named = largest.slice(0, MOST_GROUPS).map(([organisation]) => organisation);
  const rest = largest.length - named.length;
  const own: Grouping["groups"] = named.map((organisation, place) => ({
    key: organisation,
    name: graph.getNodeAttribute(organisation, "label"),
    ...styleOf(place),
  }));
  const shared: Grouping["groups"] = [
    {
      key: OTHERS,
      name: `${rest} other ${rest === 1 ? "organisation" : "organisations"}`,
      ...styleOf(MOST_GROUPS),
    },
    { key: NONE, name: "No organisation", ...styleOf(MOST_GROUPS) },
  ];
  const keyOf = graph.mapNodes((node) => {
    const organisation = organisationOf.get(node);
    return [
      node,
      organisation === undefined ? NONE : named.includes(organisation) ? organisation : OTHERS,
    ] as const;
  });
  return { groups: [...own, ...shared], keyOf: new Map(keyOf) };
}

function findEmployer(index: QueryIndex, node: string): string | undefined {
  if (index.graph.getNodeAttribute(node, "kind") !== "person") return undefined;
  return findAffiliations(index, node).find(({ current }) => current)?.organisation;
}
