/** The one table of the graph's form. Legend, filters, command line, exports and documentation read it. */

export const NODE_KINDS = ["person", "organisation", "project", "topic", "meeting"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export interface KindDefinition {
  readonly label: string;
  readonly plural: string;
  readonly description: string;
}

export const KINDS: Readonly<Record<NodeKind, KindDefinition>> = {
  person: { label: "Person", plural: "People", description: "Somebody named in the minutes" },
  organisation: {
    label: "Organisation",
    plural: "Organisations",
    description: "A company, foundation, university, committee or working group",
  },
  project: {
    label: "Project",
    plural: "Projects",
    description: "Named software, hardware, a specification or a standard",
  },
  topic: { label: "Topic", plural: "Topics", description: "A subject of work or discussion" },
  meeting: { label: "Meeting", plural: "Meetings", description: "The meeting that a document reports" },
};

export const RELATIONS = [
  "attended",
  "affiliated_with",
  "works_on",
  "committed_to",
  "discussed",
  "covered",
  "part_of",
  "related_to",
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface RelationDefinition {
  /** Read from source to target: "Marc *works on* GICv3". */
  readonly label: string;
  /** Read from target to source: "GICv3 *is worked on by* Marc". */
  readonly reverseLabel: string;
  readonly sources: readonly NodeKind[];
  readonly targets: readonly NodeKind[];
}

export const RELATION_DEFINITIONS: Readonly<Record<Relation, RelationDefinition>> = {
  attended: { label: "attended", reverseLabel: "was attended by", sources: ["person"], targets: ["meeting"] },
  affiliated_with: {
    label: "is with",
    reverseLabel: "includes",
    sources: ["person"],
    targets: ["organisation"],
  },
  works_on: {
    label: "works on",
    reverseLabel: "is worked on by",
    sources: ["person", "organisation"],
    targets: ["project", "topic"],
  },
  committed_to: {
    label: "promised to act on",
    reverseLabel: "is promised by",
    sources: ["person", "organisation"],
    targets: ["project", "topic"],
  },
  discussed: {
    label: "spoke about",
    reverseLabel: "was spoken about by",
    sources: ["person", "organisation"],
    targets: ["project", "topic"],
  },
  covered: {
    label: "covered",
    reverseLabel: "came up in",
    sources: ["meeting"],
    targets: ["topic", "project"],
  },
  part_of: {
    label: "is part of",
    reverseLabel: "contains",
    sources: ["topic", "project"],
    targets: ["project"],
  },
  /** Never read from minutes: what another program's graph says, and no other relation fits. */
  related_to: {
    label: "is related to",
    reverseLabel: "is related to",
    sources: NODE_KINDS,
    targets: NODE_KINDS,
  },
};

/** How far a statement is from a plain fact; absent on evidence that is one. */
export const MODALITIES = ["planned", "possible", "asked", "negated"] as const;
export type Modality = (typeof MODALITIES)[number];

/** The state of the work that a sentence reports. */
export const STATUSES = ["ongoing", "in review", "merged", "blocked", "done"] as const;
export type Status = (typeof STATUSES)[number];
