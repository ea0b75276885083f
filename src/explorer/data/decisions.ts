import type { SourceFile } from "../../build-graph.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Corrections } from "../../model/gazetteer.ts";
import type { NodeKind } from "../../model/schema.ts";

/** What a reader decided where the minutes leave it open. */
export type Decision =
  | { of: "means"; document: string; name: string; person: string }
  | { of: "same" | "different"; kind: NodeKind; names: readonly [string, string] };

/** What a graph was built from: with it, the graph can be built anew. */
export interface Sources {
  files: readonly SourceFile[];
  decisions: readonly Decision[];
}

/** A decision that a reader can take, and how it is offered. */
export interface Offer {
  title: string;
  decision: Decision;
}

/** Lists what a reader can answer to a note; nothing where there is nothing to decide. */
export function listOffers({ code, document, candidates = [], name, kind }: Diagnostic): Offer[] {
  if (code === "ambiguous-name" && document !== undefined && name !== undefined)
    return candidates.map((person) => ({
      title: person,
      decision: { of: "means", document, name, person },
    }));
  const [first, second] = candidates;
  if (code !== "similar-names" || first === undefined || second === undefined || !kind) return [];
  const names = [first, second] as const;
  return [
    { title: "The same", decision: { of: "same", kind, names } },
    { title: "Two things", decision: { of: "different", kind, names } },
  ];
}

/** The corrections that the decisions come to. */
export function toCorrections(decisions: readonly Decision[]): Corrections {
  return {
    drop: [],
    kind: [],
    means: decisions.filter((each) => each.of === "means"),
    same: decisions.flatMap((each) => (each.of === "same" ? [each] : [])),
    different: decisions.flatMap((each) => (each.of === "different" ? [each] : [])),
  };
}

/** A decision in words. */
export function describeDecision(decision: Decision): string {
  if (decision.of === "means") return `“${decision.name}” is ${decision.person} in ${decision.document}`;
  const [first, second] = decision.names;
  return decision.of === "same"
    ? `“${first}” and “${second}” are the same`
    : `“${first}” and “${second}” are two things`;
}

/** The decisions as lines of a corrections file; JSON's strings are YAML's, too. */
export function writeDecisions(decisions: readonly Decision[]): string {
  const write = (of: Decision["of"]): string => {
    const lines = decisions.filter((each) => each.of === of).map((each) => `  - ${writeEntry(each)}\n`);
    return lines.length > 0 ? `${of}:\n${lines.join("")}` : "";
  };
  return write("means") + write("same") + write("different");
}

function writeEntry(decision: Decision): string {
  if (decision.of !== "means") return JSON.stringify({ kind: decision.kind, names: decision.names });
  const { document, name, person } = decision;
  return JSON.stringify({ document, name, person });
}
