import type { NodeKind } from "./schema.ts";

/** A name that the field knows, with its aliases and what it is part of. */
export interface GazetteerEntry {
  kind: Extract<NodeKind, "organisation" | "project" | "topic">;
  name: string;
  aliases: readonly string[];
  /** Ordinary words that mean it only where the minutes also name it, or a part of it, in full ("kernel"). */
  shortForms: readonly string[];
  /** Names of the projects that it is part of. */
  partOf: readonly string[];
  /** Mail domains of an organisation, lower case. */
  domains: readonly string[];
  /** Whether it counts only as written: for names that are ordinary words too. */
  caseSensitive: boolean;
}

/** General knowledge of the field, never of one document. */
export interface Gazetteer {
  entries: readonly GazetteerEntry[];
  /** Given names, case-folded. */
  givenNames: ReadonlySet<string>;
}

/** What a person decided about the graph; applied at every build. */
export interface Corrections {
  /** Surface forms that mean one entity: the first is its label. */
  same: readonly { kind: NodeKind; names: readonly string[] }[];
  /** Names that are no entity at all. */
  drop: readonly { kind?: NodeKind; name: string }[];
  /** Names whose kind was read wrongly. */
  kind: readonly { name: string; from?: NodeKind; to: NodeKind }[];
  /** In one document, whom an ambiguous name means. */
  means: readonly { document?: string; name: string; person: string }[];
  /** Pairs that are two different entities, whatever the rules say. */
  different: readonly { kind: NodeKind; names: readonly [string, string] }[];
}
