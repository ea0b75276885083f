import type { MinutesNode } from "./parsed-minutes.ts";

/** Calls back for every node in the order of reading, with its ancestors from the outside in. */
export function walk(
  nodes: readonly MinutesNode[],
  visit: (node: MinutesNode, ancestors: readonly MinutesNode[]) => void,
): void {
  const stack: { node: MinutesNode; ancestors: readonly MinutesNode[] }[] = [];
  const push = (list: readonly MinutesNode[], ancestors: readonly MinutesNode[]): void => {
    for (let i = list.length - 1; i >= 0; i--) stack.push({ node: list[i] as MinutesNode, ancestors });
  };
  push(nodes, []);
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    visit(entry.node, entry.ancestors);
    if (entry.node.children.length) push(entry.node.children, [...entry.ancestors, entry.node]);
  }
}
