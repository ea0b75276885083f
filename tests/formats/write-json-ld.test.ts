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
        `${role} <https://schema.org/startDate> "2024-03-05" .`,
        `${role} <http://www.w3.org/ns/prov#wasGeneratedBy> <urn:minutes-graph:run> .`,
      ]),
    );
    expect(triples.join("\n")).toContain('<http://www.w3.org/ns/oa#exact> "Ann is with Kettle."');
  });

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
