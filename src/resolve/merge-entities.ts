import type { Corrections } from "../model/gazetteer.ts";
import { foldName } from "../model/node-key.ts";
import type { NodeKind } from "../model/schema.ts";
import type { DocumentAnalysis, LocalEntity } from "./document-analysis.ts";
import { identifyTopic } from "./topic-identity.ts";

/** An entity of the whole graph: the local entities of one or more documents. */
export interface MergedEntity {
  kind: NodeKind;
  label: string;
  aliases: string[];
  /** Document index and entity index, in the documents' order. */
  members: { document: number; entity: number }[];
  /** Why each member but the first was joined to it, in the members' order. */
  reasons: string[];
  /** Meetings only: ISO 8601 calendar date. */
  date?: string;
  /** Meetings only: the name that the meetings of one series share. */
  series?: string;
}

interface Slot {
  document: number;
  entity: number;
  local: LocalEntity;
  kind: NodeKind;
}

/**
 * Joins the entities of several documents: people by full name, handle or address, never by given name alone;
 * everything else by name. Corrections have the last word.
 *
 * @param analyses in a fixed order, which decides nothing but the order of what comes back
 */
export function mergeEntities(
  analyses: readonly DocumentAnalysis[],
  corrections: Corrections,
): MergedEntity[] {
  const slots = collectSlots(analyses, corrections);
  const groups = new Groups(slots.length);
  const byIdentity = new Map<string, number>();
  const apart = new Set(
    corrections.different.flatMap(({ kind, names }) => names.map((name) => `${kind}:${foldName(name)}`)),
  );
  slots.forEach((slot, index) => {
    for (const identity of identitiesOf(slot, apart)) {
      const first = byIdentity.get(identity);
      if (first === undefined) byIdentity.set(identity, index);
      else groups.join(first, index);
    }
  });
  applySame(slots, groups, corrections);
  return collect(slots, groups, corrections);
}

function collectSlots(analyses: readonly DocumentAnalysis[], corrections: Corrections): Slot[] {
  const dropped = corrections.drop.map(({ kind, name }) => ({ kind, name: foldName(name) }));
  return analyses.flatMap((analysis, document) =>
    analysis.entities.flatMap((local, entity) => {
      const name = foldName(local.label);
      if (dropped.some((drop) => drop.name === name && (drop.kind ?? local.kind) === local.kind)) return [];
      const change = corrections.kind.find(
        (item) => foldName(item.name) === name && (item.from ?? local.kind) === local.kind,
      );
      return [{ document, entity, local, kind: change?.to ?? local.kind }];
    }),
  );
}

function identitiesOf({ local, kind, document, entity }: Slot, apart: ReadonlySet<string>): string[] {
  if (kind === "meeting") return [`meeting ${document} ${entity}`];
  if (kind === "person" && local.kind === "person")
    return local.identities.map((identity) => `person ${identity}`);
  if (apart.has(`${kind}:${foldName(local.label)}`)) return [`${kind} as written: ${foldName(local.label)}`];
  if (kind === local.kind && local.identities.length > 0)
    return local.identities.map((identity) => `${kind} ${identity}`);
  return [`${kind} ${kind}:${kind === "topic" ? identifyTopic(local.label) : foldName(local.label)}`];
}

function applySame(slots: readonly Slot[], groups: Groups, { same }: Corrections): void {
  for (const { kind, names } of same) {
    const wanted = new Set(names.map(foldName));
    const hits = slots.flatMap((slot, index) =>
      slot.kind === kind && wanted.has(foldName(slot.local.label)) ? [index] : [],
    );
    for (const hit of hits.slice(1)) groups.join(hits[0] as number, hit);
  }
}

function collect(slots: readonly Slot[], groups: Groups, corrections: Corrections): MergedEntity[] {
  const members = new Map<number, Slot[]>();
  slots.forEach((slot, index) => {
    const root = groups.find(index);
    const list = members.get(root);
    if (list) list.push(slot);
    else members.set(root, [slot]);
  });
  return nameSeries([...members.values()].map((group) => toEntity(group, corrections)));
}

/** What a member shares with those before it. */
function findReason({ local, kind }: Slot, before: readonly Slot[]): string {
  if (kind === "person") {
    const known = new Set(before.flatMap((slot) => slot.local.identities));
    const shared = local.identities.find((identity) => known.has(identity));
    return shared === undefined
      ? "correction"
      : `same ${shared.slice(0, shared.indexOf(":"))} in another meeting`;
  }
  const name = foldName(local.label);
  if (before.some((slot) => foldName(slot.local.label) === name)) return "same name in another meeting";
  return kind === "topic" ? "same words in another meeting" : "correction";
}

/** Meetings of one title are one series, whatever their numbers. */
function nameSeries(entities: readonly MergedEntity[]): MergedEntity[] {
  const titles = new Map<string, string[]>();
  for (const { kind, label } of entities)
    if (kind === "meeting") titles.set(foldSeries(label), [...(titles.get(foldSeries(label)) ?? []), label]);
  return entities.map((entity) => {
    const shared = entity.kind === "meeting" ? (titles.get(foldSeries(entity.label)) ?? []) : [];
    return shared.length < 2 ? entity : { ...entity, series: shared.toSorted(byCodeUnit)[0] ?? entity.label };
  });
}

const foldSeries = (title: string): string =>
  foldName(title)
    .replace(/[#\d]+(?:st|nd|rd|th)?/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function toEntity(group: readonly Slot[], corrections: Corrections): MergedEntity {
  const kind = (group.find((slot) => slot.kind !== "topic") ?? (group[0] as Slot)).kind;
  const counts = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const { local } of group) {
    labels.set(local.label, (labels.get(local.label) ?? 0) + 1);
    for (const [surface, count] of Object.entries(local.surfaces))
      counts.set(surface, (counts.get(surface) ?? 0) + count);
  }
  const chosen = corrections.same.find(
    (item) => item.kind === kind && item.names.some((name) => labels.has(name)),
  );
  const date = group.find(({ local }) => local.date)?.local.date;
  const label = chosen?.names[0] ?? bestLabel(kind, labels);
  const aliases = [...new Set([...counts.keys(), ...labels.keys()])]
    .filter((alias) => alias !== label)
    .sort(byCodeUnit);
  return {
    kind,
    label,
    aliases,
    members: group.map(({ document, entity }) => ({ document, entity })),
    reasons: group.slice(1).map((slot, index) => findReason(slot, group.slice(0, index + 1))),
    ...(date ? { date } : {}),
  };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A person's fullest name; for everything else the name used most, the shorter one of two. */
function bestLabel(kind: NodeKind, labels: ReadonlyMap<string, number>): string {
  const words = (text: string): number => text.split(/\s+/).length;
  const ranked = [...labels].sort(
    ([a, countA], [b, countB]) =>
      (kind === "person" ? words(b) - words(a) : 0) ||
      countB - countA ||
      a.length - b.length ||
      byCodeUnit(a, b),
  );
  return ranked[0]?.[0] ?? "";
}

/** Disjoint sets with path halving; a set's root is its smallest member, so that order decides nothing. */
class Groups {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, index) => index);
  }

  find(index: number): number {
    let at = index;
    while (this.parents[at] !== at) {
      const parent = this.parents[at] as number;
      this.parents[at] = this.parents[parent] as number;
      at = this.parents[at] as number;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    this.parents[second] = first;
  }
}
