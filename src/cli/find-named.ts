import { findNode, findNodes } from "../graph/find-node.ts";
import type { NodeMatch } from "../graph/name-index.ts";
import type { QueryIndex } from "../graph/query-index.ts";
import { KINDS, type NodeKind } from "../model/schema.ts";
import { failContent, type Invocation } from "./invocation.ts";
import { toPlainLine } from "./terminal.ts";

/** The node that a name means, or the end of the command where none is near it; a guess is said. */
export function getNamed(
  invocation: Invocation,
  index: QueryIndex,
  name: string,
  kinds?: readonly NodeKind[],
): NodeMatch {
  const found = findNode(index, name, kinds) ?? failUnknown(index, name, kinds);
  const isGuess = found.how !== "name" && found.how !== "alias";
  if (isGuess) invocation.terminal.tell(`I read “${toPlainLine(name, 80)}” as ${found.label}.`);
  return found;
}

function failUnknown(index: QueryIndex, name: string, kinds: readonly NodeKind[] = []): never {
  const wanted = kinds.map((kind) => KINDS[kind].label.toLowerCase()).join(" or ") || "name";
  const [other] = findNodes(index, name, { limit: 1 });
  const instead = other ? `, only the ${KINDS[other.kind].label.toLowerCase()} ${other.label}` : "";
  return failContent(`The minutes know no ${wanted} called “${toPlainLine(name, 80)}”${instead}`);
}
