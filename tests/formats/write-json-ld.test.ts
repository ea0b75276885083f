import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { writeJsonLd } from "../../src/formats/write-json-ld.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";

const text = "😀 Ann is with Kettle.";
const look = { x: 0, y: 0, degree: 1, community: 0 };
const graph: SerializedMinutesGraph = {
  attributes: {
    version: "1",
    documents: { "tea.txt": { path: "tea.txt", title: "Tea", date: "2024-03-05", text, mentions: [] } },
    joins: [],
    diagnostics: [],
  },
  options: { type: "directed", multi: true, allowSelfLoops: false },
  nodes: [
    {
      key: "organisation:kettle",
      attributes: { kind: "organisation", label: "Kettle", aliases: ["Kettle Ltd"], ...look },
    },
    { key: "person:ann", attributes: { kind: "person", label: "Ann", aliases: [], ...look } },
  ],
  edges: [
    {
      key: "person:ann|affiliated_with|organisation:kettle",
      source: "person:ann",
      target: "organisation:kettle",
      attributes: {
        relation: "affiliated_with",
        weight: 1,
        evidence: [{ document: "tea.txt", start: 3, end: text.length, quote: text.slice(3), rule: "r" }],
      },
    },
  ],
};

/** As N-Quads, by a reader that may not use the network. */
async function toTriples(source: SerializedMinutesGraph): Promise<string[]> {
  const document: unknown = JSON.parse(writeJsonLd(createGraphSource(source)));
  const documentLoader = (url: string): never => {
    throw new Error(`asked for ${url}`);
  };
  const quads = await jsonld.toRDF(document, { format: "application/n-quads", documentLoader });
  return quads.trim().split("\n");
}

describe("JSON-LD", () => {
  test("a person, an organisation, a dated role and the sentence behind it", async () => {
    const triples = await toTriples(graph);
    const role = "<urn:minutes-graph:edge:person%3Aann%7Caffiliated_with%7Corganisation%3Akettle>";
    const kettle = "<urn:minutes-graph:node:organisation%3Akettle>";
    const a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    expect(triples).toEqual(
      expect.arrayContaining([
        `<urn:minutes-graph:node:person%3Aann> ${a} <https://schema.org/Person> .`,
        `${kettle} <https://schema.org/alternateName> "Kettle Ltd" .`,
        `${role} ${a} <https://schema.org/Role> .`,
        `${role} <https://schema.org/affiliation> ${kettle} .`,
        `<urn:minutes-graph:node:person%3Aann> <https://schema.org/affiliation> ${role} .`,
        `${role} <https://schema.org/startDate> "2024-03-05" .`,
        `${role} <http://www.w3.org/ns/prov#wasGeneratedBy> <urn:minutes-graph:run> .`,
      ]),
    );
    expect(triples.join("\n")).toContain('<http://www.w3.org/ns/oa#exact> "Ann is with Kettle."');
  });

  test("a role ends where a later one is said; nobody else's does", async () => {
    const moved = structuredClone(graph);
    moved.attributes.documents["cup.txt"] = {
      path: "cup.txt",
      title: "",
      date: "2024-06-07",
      text,
      mentions: [],
    };
    moved.nodes.push({
      key: "organisation:cup",
      attributes: { kind: "organisation", label: "Cup", aliases: [], ...look },
    });
    const [edge] = structuredClone(graph.edges);
    if (!edge?.attributes) throw new Error("no edge");
    edge.attributes.evidence = edge.attributes.evidence.map((piece) => ({ ...piece, document: "cup.txt" }));
    moved.edges.push({
      ...edge,
      key: "person:ann|affiliated_with|organisation:cup",
      target: "organisation:cup",
    });
    const ends = (await toTriples(moved)).filter((line) => line.includes("schema.org/endDate"));
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatch(/organisation%3Akettle> <[^>]+> "2024-03-05"/);
    expect((await toTriples(graph)).join("\n")).not.toContain("endDate");
  });

  test("who attended is an attendee of the event, unless it is denied", async () => {
    const met = structuredClone(graph);
    met.nodes.push({
      key: "meeting:tea",
      attributes: { kind: "meeting", label: "Tea", aliases: [], ...look },
    });
    const [edge] = met.edges;
    if (!edge?.attributes) throw new Error("no edge");
    edge.attributes.relation = "attended";
    edge.target = "meeting:tea";
    const attendee = /meeting%3Atea> <https:\/\/schema\.org\/attendee> <urn:minutes-graph:node:person%3Aann>/;
    expect((await toTriples(met)).join("\n")).toMatch(attendee);
    for (const piece of edge.attributes.evidence) piece.modality = "negated";
    expect((await toTriples(met)).join("\n")).not.toMatch(attendee);
  });

  test("a long document with many sentences is written in time that grows with its length", () => {
    const long = structuredClone(graph);
    const whole = "😀 Ann is with Kettle.\n".repeat(100_000);
    const [document, edge] = [long.attributes.documents["tea.txt"], long.edges[0]];
    if (!document || !edge?.attributes) throw new Error("no sample");
    document.text = whole;
    edge.attributes.evidence = Array.from({ length: 20_000 }, (_, line) => ({
      document: "tea.txt",
      start: line * 100 + 3,
      end: line * 100 + 6,
      quote: whole.slice(line * 100 + 3, line * 100 + 6),
      rule: "r",
    }));
    const start = performance.now();
    writeJsonLd(createGraphSource(long));
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 60_000);

  test("places count characters, as Web Annotation does, not UTF-16 code units", async () => {
    const triples = (await toTriples(graph)).join("\n");
    expect(triples).toContain('<http://www.w3.org/ns/oa#start> "2"^^');
    expect(triples).toContain(`<http://www.w3.org/ns/oa#end> "${[...text].length}"^^`);
  });

  test("random graphs are read with every node and edge, and never ask the network", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph, async (any) => {
        const triples = await toTriples(any);
        const statements = triples.filter((line) => line.endsWith("22-rdf-syntax-ns#Statement> ."));
        expect(statements).toHaveLength(any.edges.length);
        const people = any.nodes.filter(({ attributes }) => attributes?.kind === "person");
        expect(triples.filter((line) => line.endsWith("<https://schema.org/Person> ."))).toHaveLength(
          people.length,
        );
      }),
      { numRuns: 100 },
    );
  });
});
