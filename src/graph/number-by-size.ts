import { compareCodeUnits } from "./compare-code-units.ts";

/** Numbers communities anew: 0 is the largest; among equals the one with the smallest key is first. */
export function numberBySize(found: ReadonlyMap<string, number>): Map<string, number> {
  const members = new Map<number, string[]>();
  for (const node of [...found.keys()].sort()) {
    const community = found.get(node) ?? 0;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  }
  const ordered = [...members.values()].sort(
    (a, b) => b.length - a.length || compareCodeUnits(a[0] ?? "", b[0] ?? ""),
  );
  return new Map(ordered.flatMap((nodes, index) => nodes.map((node) => [node, index] as const)));
}
