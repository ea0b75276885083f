import type { ExtractedMinutes } from "../extract/extract-claims.ts";
import type { Claim, Mention } from "../extract/mention.ts";
import { isPersonName } from "../minutes/parse-attendees.ts";
import type { ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Corrections, Gazetteer } from "../model/gazetteer.ts";
import { isGivenName } from "../model/given-names.ts";
import { foldName } from "../model/node-key.ts";
import type { NodeKind } from "../model/schema.ts";
import type { DocumentAnalysis, LocalClaim, LocalEntity, LocalJoin } from "./document-analysis.ts";
import { isOneEdit } from "./person-names.ts";
import { PeopleDirectory, type Person } from "./resolve-people.ts";
import { identifyTopic } from "./topic-identity.ts";

/** Decides who and what every mention of one document means. */
export function resolveDocument(
  minutes: ParsedMinutes,
  extracted: ExtractedMinutes,
  gazetteer: Gazetteer,
  corrections: Corrections,
): DocumentAnalysis {
  const { id, path, text } = minutes.document;
  const resolver = new Resolver(minutes, gazetteer, corrections);
  const entityOf = new Map<Mention, number>();
  for (const mention of inOrder(extracted.mentions)) entityOf.set(mention, resolver.resolve(mention));
  const meeting = entityOf.get(extracted.meeting) as number;
  return {
    id,
    path,
    title: minutes.title,
    date: minutes.date,
    text,
    meeting,
    entities: resolver.finish(),
    mentions: extracted.mentions
      .filter((mention) => mention !== extracted.meeting || minutes.titleContent)
      .map((mention) => ({ start: mention.start, end: mention.end, entity: entityOf.get(mention) as number }))
      .sort((a, b) => a.start - b.start || b.end - a.end || a.entity - b.entity),
    claims: extracted.claims
      .map((claim) => toLocal(claim, entityOf))
      .filter((claim) => claim.source !== claim.target),
    joins: resolver.joins,
    diagnostics: [...minutes.document.diagnostics, ...resolver.diagnostics(entityOf)],
  };
}

/** People with more words first, so that a short form meets the full one whatever their order in the text. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const rank = (mention: Mention): number =>
    mention.kind !== "person"
      ? 0
      : mention.rule === "attendee"
        ? 1
        : 10 - Math.min((mention.name ?? mention.surface).split(/\s+/).length, 5);
  return mentions
    .map((mention) => ({ mention, rank: rank(mention) }))
    .sort((a, b) => a.rank - b.rank || a.mention.start - b.mention.start || b.mention.end - a.mention.end)
    .map(({ mention }) => mention);
}

function toLocal(
  { relation, source, target, evidence, rule, modality, status }: Claim,
  entityOf: ReadonlyMap<Mention, number>,
): LocalClaim {
  return {
    relation,
    source: entityOf.get(source) as number,
    target: entityOf.get(target) as number,
    start: evidence.start,
    end: evidence.end,
    rule,
    ...(modality ? { modality } : {}),
    ...(status ? { status } : {}),
  };
}

/** A topic is called as these minutes call it most ("GSoC"), where they never write out what the gazetteer has. */
function callAsWritten(topic: LocalEntity): void {
  const { label, surfaces } = topic;
  const forms = Object.entries(surfaces);
  if (forms.some(([form]) => foldName(form) === foldName(label))) return;
  const [best] = forms.toSorted(
    ([a, countA], [b, countB]) => countB - countA || a.length - b.length || (a < b ? -1 : 1),
  );
  if (!best) return;
  topic.label = best[0];
  surfaces[label] = 0;
}

/** Without the names that every object has: somebody's may be one of them. */
const createCounts = (): Record<string, number> => Object.create(null) as Record<string, number>;

class Resolver {
  readonly joins: LocalJoin[] = [];
  private readonly entities: LocalEntity[] = [];
  private readonly byKey = new Map<NodeKind, Map<string, number>>();
  private readonly byPerson = new Map<Person, number>();
  private readonly joined = new Set<string>();
  private readonly people: PeopleDirectory;

  constructor(
    private readonly minutes: ParsedMinutes,
    gazetteer: Gazetteer,
    corrections: Corrections,
  ) {
    const { author, recipients, id } = minutes.document;
    this.people = new PeopleDirectory(
      minutes.attendees,
      [...(author ? [author] : []), ...recipients].filter(({ name }) => isPersonName(name)),
      (folded) => isGivenName(folded, gazetteer),
    );
    for (const { document, name, person } of corrections.means)
      if (document === undefined || document === id) this.people.declare(name, person);
  }

  resolve(mention: Mention): number {
    const entity = mention.kind === "person" ? this.resolvePerson(mention) : this.resolveThing(mention);
    const { surfaces } = this.entities[entity] as LocalEntity;
    surfaces[mention.surface] = (surfaces[mention.surface] ?? 0) + 1;
    return entity;
  }

  private resolvePerson(mention: Mention): number {
    const { person, reason } = this.people.resolve(
      mention.rule === "handle"
        ? `@${mention.name ?? mention.surface.replace(/^@/, "")}`
        : (mention.name ?? mention.surface),
    );
    let entity = this.byPerson.get(person);
    if (entity === undefined) {
      entity = this.add({ kind: "person", label: person.label, surfaces: createCounts(), identities: [] });
      this.byPerson.set(person, entity);
    }
    if (foldName(mention.surface) !== foldName(person.label)) this.join(entity, mention.surface, reason);
    return entity;
  }

  private resolveThing(mention: Mention): number {
    const name = mention.name ?? mention.surface;
    const kind = mention.kind;
    const key = kind === "topic" ? identifyTopic(name) : foldName(name);
    const same = this.findSame(kind, name, key);
    if (same !== undefined) {
      if (foldName(mention.surface) !== foldName((this.entities[same] as LocalEntity).label))
        this.join(same, mention.surface, mention.rule === "gazetteer" ? "gazetteer alias" : "same words");
      return same;
    }
    const entity = this.add({
      kind,
      label: name,
      surfaces: createCounts(),
      identities: [`${kind}:${key}`],
      ...(kind === "meeting" && this.minutes.date ? { date: this.minutes.date } : {}),
    });
    this.keysOf(kind).set(key, entity);
    if (mention.name && mention.name !== mention.surface && kind !== "meeting")
      this.join(
        entity,
        mention.surface,
        mention.rule === "gazetteer" ? "gazetteer alias" : "name given in the text",
      );
    return entity;
  }

  private findSame(kind: NodeKind, name: string, key: string): number | undefined {
    const exact = this.keysOf(kind).get(key);
    if (exact !== undefined) return exact;
    if (kind === "topic") {
      // A topic that bears exactly a project's name is the project.
      const projects = this.keysOf("project");
      const project = projects.get(key) ?? projects.get(foldName(name));
      if (project !== undefined) return project;
    }
    if (kind === "project") return this.promoteTopic(name);
    return kind === "organisation" && !key.includes(" ") ? this.misspelt(kind, key) : undefined;
  }

  /** The things of a kind by their folded names. */
  private keysOf(kind: NodeKind): Map<string, number> {
    let keys = this.byKey.get(kind);
    if (keys === undefined) this.byKey.set(kind, (keys = new Map()));
    return keys;
  }

  /** A topic met before under the name of what turns out to be a project becomes the project. */
  private promoteTopic(name: string): number | undefined {
    const topic = this.keysOf("topic").get(identifyTopic(name));
    if (topic === undefined) return undefined;
    const entity = this.entities[topic] as LocalEntity;
    if (foldName(entity.label) !== foldName(name)) return undefined;
    entity.kind = "project";
    entity.identities = [`project:${foldName(name)}`];
    this.keysOf("project").set(foldName(name), topic);
    return topic;
  }

  private misspelt(kind: NodeKind, key: string): number | undefined {
    if (key.length < 7) return undefined;
    const near = [...this.keysOf(kind)].filter(([known]) => isOneEdit(known, key));
    return near.length === 1 ? near[0]?.[1] : undefined;
  }

  private add(entity: LocalEntity): number {
    this.entities.push(entity);
    return this.entities.length - 1;
  }

  private join(entity: number, surface: string, reason: string): void {
    const key = `${entity} ${surface}`;
    if (this.joined.has(key)) return;
    this.joined.add(key);
    this.joins.push({ entity, surface, reason });
  }

  finish(): LocalEntity[] {
    for (const [person, index] of this.byPerson) {
      const entity = this.entities[index] as LocalEntity;
      entity.label = person.label;
      entity.identities = [
        ...(person.words.length > 1 ? [`name:${person.words.join(" ")}`] : []),
        ...[...person.handles].sort().map((handle) => `handle:${handle}`),
        ...[...person.addresses].sort().map((address) => `mail:${address}`),
      ];
    }
    for (const entity of this.entities) if (entity.kind === "topic") callAsWritten(entity);
    return this.entities;
  }

  diagnostics(entityOf: ReadonlyMap<Mention, number>): Diagnostic[] {
    const places = [...entityOf.keys()];
    return this.people.ambiguities.map(({ surface, candidates }) => {
      const place = places.find(
        (mention) => mention.kind === "person" && foldName(mention.surface) === foldName(surface),
      );
      const names = candidates.map((person) => person.label);
      return {
        code: "ambiguous-name",
        severity: "warning" as const,
        message: `"${surface}" could be ${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`,
        document: this.minutes.document.id,
        ...(place ? { start: place.start, end: place.end } : {}),
        name: surface,
        candidates: names,
        hint: "Say who is meant under `means` in the corrections file.",
      };
    });
  }
}
